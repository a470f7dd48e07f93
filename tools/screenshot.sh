#!/bin/sh
# Takes the README's picture again: the front page of the sample paper, in Chromium, from a paper made for it.
#   tools/screenshot.sh [ADDRESS]     of a paper that runs already, such as http://localhost:8080/
set -eu
home=$(cd -- "$(dirname -- "$0")/.." && pwd)
folder=$(mktemp -d)
paper=
finish() {
    [ -z "$paper" ] || kill "$paper" 2>/dev/null || true
    [ -z "$paper" ] || wait "$paper" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT

"$home/.ci/packages" chromium
address=${1:-}
if [ -z "$address" ]; then
    "$home/broadsheet" demo --port 0 --data "$folder/demo" >"$folder/out" 2>&1 &
    paper=$!
    while [ -z "$address" ]; do
        kill -0 "$paper" 2>/dev/null || { cat "$folder/out" >&2; exit 1; }
        sleep 1
        address=$(sed -n 's/^.* is at \(http:[^ ]*\).*$/\1/p' "$folder/out")
    done
fi
sandbox=
[ "$(id -u)" != 0 ] || sandbox=--no-sandbox
mkdir -p "$home/docs/images"
# shellcheck disable=SC2086 # no word at all where the sandbox works
chromium --headless --disable-gpu $sandbox --hide-scrollbars --disable-background-networking --no-first-run \
    --user-data-dir="$folder/chromium" --window-size=1280,1500 --virtual-time-budget=10000 \
    --screenshot="$home/docs/images/front.png" "$address" >/dev/null 2>&1
ls -l "$home/docs/images/front.png"

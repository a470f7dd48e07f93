#!/bin/sh
# Runs Lighthouse (mobile, as its own defaults have it) over the sample paper's front page and an article, and writes
# bench/results/lighthouse.md. Needs npm, curl and Chromium, and a build ('./broadsheet demo' makes one). Lighthouse
# goes to target/lighthouse; nothing is sent anywhere.
#   bench/lighthouse.sh [RUNS]      how often each page is measured (3)
set -eu
version=12.8.2 # the last that runs on Node 18 and 20
bench=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(dirname -- "$bench")
runs=${1:-3}
port=${BROADSHEET_LIGHTHOUSE_PORT:-18470}
paper=http://localhost:$port
work=$home/target/lighthouse
case $runs in '' | *[!0-9]* | 0) echo "usage: bench/lighthouse.sh [RUNS]" >&2; exit 2 ;; esac

"$home/.ci/packages" npm chromium curl
CHROME_PATH=${CHROME_PATH:-$(command -v chromium || command -v chromium-browser)}
export CHROME_PATH
mkdir -p "$work"
if [ ! -d "$work/node_modules/lighthouse" ]; then
    npm install --silent --no-audit --no-fund --prefix "$work" "lighthouse@$version"
fi

data=$(mktemp -d)
"$home/broadsheet" demo --port "$port" --data "$data" >"$work/demo.log" 2>&1 &
demo=$!
stop() {
    kill "$demo" 2>/dev/null || true
    wait "$demo" 2>/dev/null || true
    rm -rf "$data"
}
trap stop EXIT
trap 'exit 1' INT TERM
left=300
# It answers before its stories are in: what is measured is the whole paper.
until grep -q "^The sample paper is at" "$work/demo.log"; do
    kill -0 "$demo" 2>/dev/null || { echo "The sample paper did not start; see $work/demo.log" >&2; exit 1; }
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "The sample paper is not ready after 300 s; see $work/demo.log" >&2; exit 1; }
    sleep 1
done

article=$(curl -fs "$paper/" | sed -n 's/.*class="headline"><a href="\([^"]*\)".*/\1/p' | head -n 1)
[ -n "$article" ] || { echo "The front page at $paper leads to no article." >&2; exit 1; }
rm -f "$work"/run-*.json
for place in "/" "$article"; do
    curl -fs -o /dev/null "$paper$place"
    at=1
    while [ "$at" -le "$runs" ]; do
        name=$([ "$place" = "/" ] && echo front || echo article)
        node "$work/node_modules/lighthouse/cli/index.js" "$paper$place" --quiet --output=json \
            --output-path="$work/run-$name-$at.json" \
            --chrome-flags="--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
        at=$((at + 1))
    done
done
node "$bench/lighthouse.mjs" "$work" >"$bench/results/lighthouse.md"
cat "$bench/results/lighthouse.md"

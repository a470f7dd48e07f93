#!/bin/sh
# Crawls the sample paper for ten minutes as readers and robots who may not see what is for subscribers, writes down all
# that they are sent, and looks in that for the guarded paragraphs as plain text: with other means than the audit's own.
# Everything stays on loopback, and ends by itself.
#   bench/crawl-leaks.sh [SECONDS]      how long it crawls (600)
set -eu
bench=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(dirname -- "$bench")
seconds=${1:-600}
case $seconds in '' | *[!0-9]* | 0) echo "usage: bench/crawl-leaks.sh [SECONDS]" >&2; exit 2 ;; esac
port=${BROADSHEET_CRAWL_PORT:-18490}
work=$home/target/crawl-leaks
mkdir -p "$work"
rm -f "$work"/*.log

data=$(mktemp -d)
"$home/broadsheet" demo --port "$port" --data "$data" >"$work/demo.out" 2>&1 &
demo=$!
stop() {
    kill "$demo" 2>/dev/null || true
    wait "$demo" 2>/dev/null || true
    rm -rf "$data"
}
trap stop EXIT
trap 'exit 1' INT TERM
left=900
until grep -q "^The sample paper is at" "$work/demo.out" 2>/dev/null; do
    kill -0 "$demo" 2>/dev/null || { echo "The sample paper did not start; see $work/demo.out" >&2; exit 1; }
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "The sample paper is not ready after 900 s; see $work/demo.out" >&2; exit 1; }
    sleep 1
done

# One walk may be shorter than the time: then it walks again, since what is sent may change from one time to the next.
end=$(($(date +%s) + seconds))
walk=0
status=0
while now=$(date +%s) && [ "$now" -lt "$end" ]; do
    walk=$((walk + 1))
    "$home/broadsheet" audit leaks --port "$port" --data "$data" --within "$((end - now))s" --most 100000 \
        --log "$work/demo.out" --save "$work/walk-$walk.log" >"$work/audit-$walk.txt" || status=$?
    [ "$status" -eq 0 ] || { cat "$work/audit-$walk.txt"; exit "$status"; }
done
run=$home/target/run/$(cat "$home/target/build.id")
tail -n 1 "$work/audit-$walk.txt"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -cp "$run/broadsheet.jar:$run/lib/*" "$bench/CrawlLog.java" \
    "$home/src/main/resources/demo/stories.jsonl" "$work"/walk-*.log "$work/demo.out"

#!/usr/bin/env bash
# A run under a clock that jumps back and forth by days, five times a second: the same shards as under a steady one, an audit
# without findings, and no time told that is negative. Exit 77: libfaketime cannot be had here.
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
library=$(find /usr/lib /usr/local/lib -name libfaketimeMT.so.1 2>/dev/null | head -n 1)
[ -n "$library" ] || { echo "libfaketime is not installed (Debian: apt-get install faketime)" && exit 77; }
scratch=$(mktemp -d)
jumping=
trap '[ -z "$jumping" ] || kill "$jumping"; rm -rf "$scratch"' EXIT
cd "$scratch"
"$here/../../shardline" demo --work steady --quiet >/dev/null
jump() {
  local days=(+0 -3000d +400d -1d +9000d)
  for ((i = 0; ; i++)); do
    echo "${days[i % 5]}" >clock.new && mv clock.new clock && sleep 0.2
  done
}
echo +0 >clock
jump &
jumping=$!
LD_PRELOAD=$library FAKETIME_TIMESTAMP_FILE=$scratch/clock FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1 \
  timeout 300 "$here/../../shardline" run steady/shardline.yaml --work jumping --instances 2 >out 2>log ||
  { tail -n 20 log && exit 1; }
! grep -E 'elapsed|left|seconds|[0-9] s' log | grep -E -- '-[0-9]+(\.[0-9]+)? ?(s|ms|min|h|seconds)\b' ||
  { echo "a time below zero" && exit 1; }
"$here/../../shardline" audit verify "jumping/runs/$(cat jumping/runs/latest)" --quiet
shards() { (cd "$1/runs/$(cat "$1/runs/latest")" && find . -name '*.tar' -exec sha256sum {} + | sort -k 2); }
diff <(shards steady) <(shards jumping)
printf '%s shards are the same under a clock that jumped\n' "$(shards jumping | wc -l)"

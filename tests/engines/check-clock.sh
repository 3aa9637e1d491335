#!/usr/bin/env bash
# A worker under a clock that jumps back and forth by years, every second: the same shards as under a steady one, an audit
# without findings, and no time told that is negative. Exit 77: libfaketime cannot be had here.
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
find_library() { find /usr/lib /usr/local/lib -name libfaketimeMT.so.1 2>/dev/null | head -n 1; }
library=$(find_library)
if [ -z "$library" ]; then
  command -v apt-get >/dev/null || { echo "libfaketime is not installed and there is no apt-get to install it"; exit 77; }
  { apt-get -o DPkg::Lock::Timeout=300 update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends libfaketime; } >/dev/null 2>&1 ||
    { echo "apt-get cannot install libfaketime"; exit 77; }
  library=$(find_library)
  [ -n "$library" ] || { echo "Debian's libfaketime has no libfaketimeMT.so.1"; exit 77; }
fi
scratch=$(mktemp -d)
jumping=
trap '[ -z "$jumping" ] || kill "$jumping"; rm -rf "$scratch"' EXIT
cd "$scratch"
"$here/../../shardline" demo --work steady --quiet >/dev/null
jump() {
  local days=(+0 -3000d +400d -1d +9000d)
  for ((i = 0; ; i++)); do
    echo "${days[i % 5]}" >clock.new && mv clock.new clock && sleep 1
  done
}
jump &
jumping=$!
until [ -f clock ]; do sleep 0.1; done
LD_PRELOAD=$library FAKETIME_TIMESTAMP_FILE=$scratch/clock FAKETIME_CACHE_DURATION=1 FAKETIME_DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1 \
  timeout 300 "$here/../../shardline" process steady/shardline.yaml --manifests "$(echo steady/datasets/*/*)" --output jumping \
  --rank 0 --count 1 >out 2>log || { tail -n 20 log && exit 1; }
if grep -E -- '(^|[ ,])-[0-9]+([.:][0-9]+)* ?(s|left)\b' out log; then
  echo "a time below zero was told" && exit 1
fi
"$here/../../shardline" resume jumping --quiet >/dev/null
"$here/../../shardline" audit verify jumping --quiet
shards() { (cd "$1" && find . -name '*.tar' -exec sha256sum {} + | sort -k 2); }
diff <(shards "steady/runs/$(cat steady/runs/latest)") <(shards jumping)
echo "$(shards jumping | wc -l) shards are the same under a clock that jumps"

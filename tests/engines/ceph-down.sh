#!/bin/bash
# ceph-down.sh STATE_DIR : ends what ceph-up.sh started there, by the process ids it left, gateway first.
set -euo pipefail
state=${1:?usage: ceph-down.sh STATE_DIR}
state=$(cd "$state" && pwd)
for name in client.rgw osd.0 mon.a; do
  file=$state/run/$name.pid
  [ -f "$file" ] || continue
  pid=$(cat "$file")
  # The id may have been given to another process since: end it only if it is ours.
  if tr '\0' ' ' < "/proc/$pid/cmdline" 2>/dev/null | grep -Eq '^(radosgw|ceph-)'; then
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 40); do kill -0 "$pid" 2>/dev/null || break; sleep 0.25; done
    kill -9 "$pid" 2>/dev/null || true
  fi
done
rm -rf "$state"/{mon,osd,monmap,keyring}

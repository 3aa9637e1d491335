#!/bin/bash
# ceph-up.sh STATE_DIR [PORT] : a Ceph cluster of one host (monitor, one object store in memory, manager)
# with an S3 gateway on 127.0.0.1:PORT (7480). Needs root and
#   apt-get install radosgw ceph-mon ceph-osd ceph-mgr ceph-common
# Prints what to give Maven. ceph-down.sh STATE_DIR ends it.
set -euo pipefail
state=${1:?usage: ceph-up.sh STATE_DIR [PORT]}
port=${2:-7480}
for tool in radosgw radosgw-admin ceph ceph-mon ceph-osd monmaptool ceph-authtool; do
  command -v "$tool" >/dev/null || { echo "ceph-up: $tool is not installed" >&2; exit 2; }
done
mkdir -p "$state"
state=$(cd "$state" && pwd)
rm -rf "$state"/{mon,osd,run,ceph.conf,monmap,keyring}
mkdir -p "$state"/{mon,osd,run}

monitor=127.0.0.1:$((port + 1))
cat > "$state/ceph.conf" <<CONF
[global]
fsid = $(cat /proc/sys/kernel/random/uuid)
mon host = v1:$monitor
auth cluster required = none
auth service required = none
auth client required = none
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv4 = true
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pgp num = 8
osd crush chooseleaf type = 0
mon allow pool size one = true
mon warn on pool no redundancy = false
run dir = $state/run
admin socket = $state/run/\$name.asok
pid file = $state/run/\$name.pid
log file = $state/run/\$name.log
mon data = $state/mon
osd data = $state/osd
osd objectstore = memstore
memstore device bytes = 2147483648
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:$port
rgw thread pool size = 64
rgw run sync thread = false
rgw enable usage log = false
CONF
export CEPH_CONF=$state/ceph.conf
fsid=$(sed -n 's/^fsid = //p' "$CEPH_CONF")

monmaptool --create --addv a "[v1:$monitor]" --fsid "$fsid" "$state/monmap" --clobber >/dev/null
ceph-authtool --create-keyring "$state/keyring" --gen-key -n mon. --cap mon 'allow *' >/dev/null
ceph-mon --mkfs -i a --monmap "$state/monmap" --keyring "$state/keyring"
ceph-mon -i a
ceph osd create >/dev/null
ceph-osd -i 0 --mkfs 2>/dev/null
ceph-osd -i 0 2>/dev/null
radosgw-admin user create --uid=test --display-name=test \
  --access-key=testkey --secret=testsecret >/dev/null 2>&1
radosgw -n client.rgw
for _ in $(seq 240); do
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    echo "-Dshardline.s3.endpoint=http://127.0.0.1:$port -Dshardline.s3.key=testkey -Dshardline.s3.secret=testsecret"
    exit 0
  fi
  sleep 0.25
done
echo "ceph-up: the gateway did not come up; see $state/run" >&2
exit 1

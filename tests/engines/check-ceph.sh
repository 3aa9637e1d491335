#!/usr/bin/env bash
# The storage contract and whole runs against a real S3 server that is not AWS's: Ceph's gateway on this machine.
# Needs Linux, root and Debian's packages, which it installs. Exit status 77: cannot be had here.
set -uo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/../.."

[ "$(id -u)" = 0 ] || { echo "needs root to start Ceph"; exit 77; }
if ! command -v radosgw >/dev/null || ! command -v ceph-osd >/dev/null; then
  command -v apt-get >/dev/null || { echo "Ceph is not installed and there is no apt-get to install it"; exit 77; }
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    radosgw ceph-mon ceph-osd ceph-mgr ceph-common >/dev/null 2>&1 ||
    { echo "apt-get cannot install Ceph"; exit 77; }
fi

state=$(mktemp -d)
trap 'bash tests/engines/ceph-down.sh "$state"; rm -rf "$state"' EXIT
read -r -a server < <(bash tests/engines/ceph-up.sh "$state" "$(shuf -i 20000-30000 -n 1)")
[ "${#server[@]}" -gt 0 ] || { echo "Ceph did not come up"; exit 77; }

./mvnw -B -q -Dquick -pl tests -am test -Dtest='ExternalS3ContractTest,S3RunTest' \
  -Dsurefire.failIfNoSpecifiedTests=false "${server[@]}" || exit 1
# A test that was skipped proves nothing.
grep -h '^Tests run:' tests/target/surefire-reports/*ExternalS3ContractTest.txt tests/target/surefire-reports/*S3RunTest.txt
grep -q 'Skipped: 0,' tests/target/surefire-reports/*ExternalS3ContractTest.txt

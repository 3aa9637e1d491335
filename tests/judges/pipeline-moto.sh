#!/usr/bin/env bash
# Judges the deployment against moto, an AWS endpoint that is not ours: upsert creates, diff sees no
# difference, a second upsert updates, an edit by other means is refused, start gives an execution.
# moto cannot list steps or stop executions; those are tested against a stub in pipeline-definition.
#   pipeline-moto.sh CONFIG     (needs: python3 with moto[server] and boto3; PYTHON names another)
set -euo pipefail
config=${1:?the configuration}
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
shardline=${SHARDLINE:-$here/../../shardline}
python=${PYTHON:-python3}
port=${PORT:-5997}
scratch=$(mktemp -d)
export AWS_ACCESS_KEY_ID=judge AWS_SECRET_ACCESS_KEY=judge AWS_REGION=eu-west-1
export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_EC2_METADATA_DISABLED=true

"$python" -m moto.server -H 127.0.0.1 -p "$port" >"$scratch/moto.log" 2>&1 &
moto=$!
trap 'kill "$moto" 2>/dev/null || true; rm -rf "$scratch"' EXIT

cp "$config" "$scratch/shardline.yaml"
cd "$scratch"
passed=0
expect() { # what, pattern, output
  grep -q -- "$2" <<<"$3" || { printf 'FAILED: %s: expected "%s" in:\n%s\n' "$1" "$2" "$3" >&2; exit 1; }
  passed=$((passed + 1))
}
pipeline() { "$shardline" pipeline "$@" --quiet --set dataset.source=s3://judge-scans/mri/ 2>&1 || true; }

for _ in $(seq 100); do "$python" -c "import urllib.request as u; u.urlopen('$AWS_ENDPOINT_URL/moto-api')" 2>/dev/null && break; sleep 0.1; done
expect "an account that is not ready" "there is no bucket" "$(pipeline upsert shardline.yaml)"
"$python" "$here/pipeline_account.py" prepare shardline.yaml
expect "the first upsert" "^created arn:" "$(pipeline upsert shardline.yaml)"
expect "the diff after it" "^Nothing differs" "$(pipeline diff shardline.yaml)"
expect "the second upsert" "^updated arn:" "$(pipeline upsert shardline.yaml)"
expect "start" ":pipeline/.*/execution/" "$(pipeline start shardline.yaml)"
"$python" "$here/pipeline_account.py" edit shardline.yaml
expect "an edit by other means" "was changed by someone else" "$(pipeline upsert shardline.yaml)"
expect "the diff that shows it" "is not one that Shardline deployed" "$(pipeline diff shardline.yaml)"
expect "replacing it" "^updated arn:" "$(pipeline upsert shardline.yaml --replace)"
echo "$passed passed, 0 failed"

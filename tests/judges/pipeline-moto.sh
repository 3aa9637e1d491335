#!/usr/bin/env bash
# Judges deployment by moto, an AWS endpoint that is not ours: upsert creates, diff sees no difference, a second upsert
# updates, start gives an execution, an edit by other means is refused. moto cannot list steps, stop executions, throttle
# or honour request tokens; those are tested against a stub in pipeline-definition. Exit 77: no moto to be had here.
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$here/python-environment.sh"
python_environment moto 'moto[server]==5.1.18' boto3==1.44.5 || exit $?
shardline=$here/../../shardline
scratch=$(mktemp -d)
port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export AWS_ACCESS_KEY_ID=judge AWS_SECRET_ACCESS_KEY=judge AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1
export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_EC2_METADATA_DISABLED=true

"$python" "$here/moto_server.py" "$port" >"$scratch/moto.log" 2>&1 &
moto=$!
trap 'kill "$moto" 2>/dev/null || true; rm -rf "$scratch"' EXIT
for _ in $(seq 150); do
  "$python" -c "import urllib.request as u; u.urlopen('$AWS_ENDPOINT_URL/moto-api/')" 2>/dev/null && break
  sleep 0.2
done

timeout 600 "$shardline" --version >/dev/null # builds it, if need be

cp "$here/../../docs/examples/brain-mri-sagemaker.yaml" "$scratch/shardline.yaml"
cd "$scratch"
expect() { # what, pattern, text
  grep -q -e "$2" <<<"$3" || {
    printf 'FAILED: %s: expected "%s" in:\n%s\n' "$1" "$2" "$3" >&2
    exit 1
  }
  printf 'passed: %s\n' "$1"
}
pipeline() { timeout 120 "$shardline" pipeline "$1" shardline.yaml --quiet "${@:2}" 2>&1 || true; }

expect "without credentials, that is said" 'credentials' \
  "$(AWS_ACCESS_KEY_ID='' AWS_SECRET_ACCESS_KEY='' HOME=$scratch pipeline upsert)"
expect "missing buckets and role are told together" 'there is no bucket my-scans-work' "$(pipeline upsert)"
expect "and the role" 'there is no role arn:aws:iam::123456789012:role/Shardline' "$(pipeline upsert)"
timeout 60 "$python" "$here/pipeline_account.py" prepare shardline.yaml
expect "a bucket in another region is refused" 'lies in us-west-2, the pipeline runs in eu-west-1' \
  "$(pipeline upsert --set dataset.source=s3://far-scans/mri/)"
expect "nothing was deployed so far" 'not deployed yet' "$(pipeline diff)"
expect "the first upsert creates" '^created arn:' "$(pipeline upsert)"
expect "then nothing differs" '^Nothing differs' "$(pipeline diff)"
expect "the second upsert updates" '^updated arn:' "$(pipeline upsert)"
expect "the service has the definition, the tags and the role" '^as deployed$' \
  "$(timeout 60 "$python" "$here/pipeline_account.py" describe shardline.yaml)"
expect "start gives an execution" ':pipeline/.*/execution/' "$(pipeline start --label nightly)"
expect "which the service has" '^1 execution$' "$(timeout 60 "$python" "$here/pipeline_account.py" executions shardline.yaml)"
timeout 60 "$python" "$here/pipeline_account.py" edit shardline.yaml
expect "after an edit by other means upsert refuses" 'was changed by someone else' "$(pipeline upsert)"
expect "diff shows the edit" 'is not one that Shardline deployed' "$(pipeline diff)"
expect "replacing it works" '^updated arn:' "$(pipeline upsert --replace)"

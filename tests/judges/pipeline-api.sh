#!/usr/bin/env bash
# Judges rendered definitions by AWS's own model of its service, as boto3 ships it: what each step asks for must be a
# request that the service knows. Exit 77: boto3 cannot be had here.
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$here/python-environment.sh"
python_environment boto3 boto3==1.44.5 || exit $?
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. "$here/pipeline-definitions.sh"
pipeline_definitions "$scratch"
"$python" "$here/pipeline_api.py" "$scratch"/*.definition.json

#!/usr/bin/env bash
# Judges the rendered definition by the official SageMaker Python SDK: built from the SDK's own classes, the same steps
# must give the same JSON. Exit 77: the SDK cannot be had here.
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$here/python-environment.sh"
python_environment sagemaker 'sagemaker==2.257.7' boto3==1.44.5 || exit $?
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
timeout 600 "$here/../../shardline" pipeline render "$here/../../docs/examples/brain-mri-sagemaker.yaml" --quiet \
  --output "$scratch/definition.json" >/dev/null
# Its logger tells of settings files that need not be there.
cd "$scratch"
HOME=$scratch timeout 120 "$python" -W ignore "$here/pipeline_sdk.py" definition.json

#!/usr/bin/env bash
# Judges rendered definitions by the public JSON schema of SageMaker pipeline definitions, which is older than the
# service: see pipeline_schema.py for the conservative profile it is asked about. The schema states no licence, so no
# copy lies here: SHARDLINE_PIPELINE_SCHEMA names a file with it, or it is fetched. Exit 77: it cannot be had here.
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$here/python-environment.sh"
python_environment schema jsonschema==4.25.1 || exit $?
source=https://raw.githubusercontent.com/aws-sagemaker-mlops/sagemaker-model-building-pipeline-definition-JSON-schema
source=$source/b4012b0aa4474afdc6ef3d0409d17d0049dfcd85/schema/pipeline-definition.schema.json
digest=35633f4376dda695d1847bd16d72d3b3d9201f0106e75107eafbeef11ef5ce30
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

schema=${SHARDLINE_PIPELINE_SCHEMA:-$scratch/schema.json}
if [ -z "${SHARDLINE_PIPELINE_SCHEMA:-}" ] && ! curl -fsSL --max-time 20 -o "$schema" "$source" 2>"$scratch/curl.log"; then
  echo "the public schema cannot be fetched ($(tail -n 1 "$scratch/curl.log")); SHARDLINE_PIPELINE_SCHEMA names a copy of"
  echo "$source"
  exit 77
fi
if ! sha256sum "$schema" | grep -q "^$digest "; then
  echo "FAILED: $schema is not the schema that is meant (SHA-256 $digest)" >&2
  exit 1
fi
. "$here/pipeline-definitions.sh"
pipeline_definitions "$scratch"
"$python" "$here/pipeline_schema.py" "$schema" "$scratch"/*.definition.json

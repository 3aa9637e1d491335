#!/usr/bin/env bash
# Holds the count of this machine's GPUs to an NVML that is not NVIDIA's: a stand-in with a known number of GPUs, made by
# the C compiler that is here. Exit 77: there is none.
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
command -v cc >/dev/null || { echo "there is no C compiler"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cat >"$scratch/nvml.c" <<'C'
#include <stdlib.h>
static int open = 0;
int nvmlInit_v2(void) { open = getenv("NO_DRIVER") == NULL; return open ? 0 : 9; }
int nvmlDeviceGetCount_v2(unsigned *count) { *count = 6; return open ? 0 : 1; }
int nvmlShutdown(void) { return open ? 0 : 1; }
C
cc -shared -fPIC -o "$scratch/libnvidia-ml.so.1" "$scratch/nvml.c"

plan() { # variables …
  env LD_LIBRARY_PATH="$scratch" "$@" "$here/../../shardline" pipeline render \
    "$here/../../docs/examples/brain-mri-sagemaker.yaml" --set pipeline.training.instance-type=local \
    --set pipeline.training.instance-count=1 --output "$scratch/definition.json"
}
expect() { # what, pattern, text
  grep -q -- "$2" <<<"$3" || { printf 'FAILED: %s: expected %s, found\n%s\n' "$1" "$2" "$3" >&2; exit 1; }
  printf 'passed: %s\n' "$1"
}
expect "6 GPUs ask for 6 machines" '^machines  *6$' "$(plan)"
expect "a driver that does not answer has no GPUs" '^machines  *1$' "$(plan NO_DRIVER=1)"

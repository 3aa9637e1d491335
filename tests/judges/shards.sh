#!/usr/bin/env bash
# Judges shards by the libraries that will read them: the same run written in every format, read back by webdataset,
# tfrecord, NumPy and safetensors, and, with SHARDLINE_JUDGE_MDS=1, by mosaicml-streaming, which installs gigabytes of
# PyTorch. Exit 77: they cannot be had here.
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$here/python-environment.sh"
formats=(webdataset tfrecord npy safetensors)
packages=(webdataset==1.0.2 tfrecord==1.14.6 safetensors==0.8.0 numpy==2.1.3)
if [ "${SHARDLINE_JUDGE_MDS:-}" = 1 ]; then
  formats+=(mds)
  packages+=(mosaicml-streaming==0.13.0)
else
  echo "mds: not judged: mosaicml-streaming needs PyTorch; SHARDLINE_JUDGE_MDS=1 installs it"
fi
python_environment "shards-${#formats[@]}" "${packages[@]}" || exit $?
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
"$here/../../shardline" demo --work demo --quiet >/dev/null
for format in "${formats[@]}"; do
  "$here/../../shardline" run demo/shardline.yaml --work "$format" --set "output.format=$format" --quiet >/dev/null
  mkdir -p read
  mv "$format/runs/$(cat "$format/runs/latest")/train" "read/$format"
done
"$python" -W ignore "$here/read_shards.py" read
"$here/../../shardline" run demo/shardline.yaml --work equal --set output.equal-shares.ranks=4 \
  --set output.equal-shares.remainder=pad --quiet >/dev/null
"$python" -W ignore "$here/read_equal_shares.py" "equal/runs/$(cat equal/runs/latest)/train" 4

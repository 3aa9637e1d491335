#!/usr/bin/env bash
# Judges shards by the libraries that will read them: the same run written in every format, read back by webdataset,
# tfrecord, NumPy and safetensors; by mosaicml-streaming, without the PyTorch that its readers never call; and by
# TensorFlow, the largest of them (SHARDLINE_JUDGE_TENSORFLOW=0 leaves it out). DJL reads arrays in a test of
# model-steps. Exit 77: none of the libraries can be had here.
set -euo pipefail
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$here/python-environment.sh"
python_environment shards webdataset==1.0.2 tfrecord==1.14.6 safetensors==0.8.0 numpy==2.1.3 || exit $?
common=$python
streaming= tensorflow=
if python_environment streaming --no-deps mosaicml-streaming==0.13.0 numpy==2.1.3 xxhash==4.1.0 zstd==1.5.7.2 \
  Brotli==1.2.1 python-snappy==0.7.3 cramjam==2.14.0 tqdm==4.70.1 boto3==1.44.5 botocore==1.44.5 jmespath==1.1.0 \
  urllib3==2.8.0 python-dateutil==4.0.0 six==1.17.0 filelock==4.2.11 pillow==13.0.0 catalogue==2.0.10 \
  torchmetrics==1.9.0 typing_extensions==4.16.0 packaging==26.3 requests==2.34.2; then
  streaming=$python
else
  echo "mds: not judged"
fi
if [ "${SHARDLINE_JUDGE_TENSORFLOW:-1}" = 1 ] && python_environment tensorflow tensorflow-cpu==2.21.0; then
  tensorflow=$python
else
  echo "tfrecord: not judged by TensorFlow"
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
"$here/../../shardline" demo --work demo --quiet >/dev/null
for format in webdataset mds tfrecord npy safetensors; do
  "$here/../../shardline" run demo/shardline.yaml --work "$format" --set "output.format=$format" --quiet >/dev/null
  mkdir -p read
  mv "$format/runs/$(cat "$format/runs/latest")/train" "read/$format"
done
"$common" -W ignore "$here/read_shards.py" read webdataset tfrecord npy safetensors
[ -z "$streaming" ] || "$streaming" -W ignore "$here/read_shards.py" read npy mds
[ -z "$tensorflow" ] || TF_CPP_MIN_LOG_LEVEL=3 "$tensorflow" -W ignore "$here/read_shards.py" read npy tensorflow
"$here/../../shardline" run demo/shardline.yaml --work equal --set output.equal-shares.ranks=4 \
  --set output.equal-shares.remainder=pad --quiet >/dev/null
"$common" -W ignore "$here/read_equal_shares.py" "equal/runs/$(cat equal/runs/latest)/train" 4

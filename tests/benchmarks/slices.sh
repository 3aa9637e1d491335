#!/usr/bin/env bash
# The whole run on a folder of slices against a Pillow + NumPy script, by turns.
# usage: slices.sh SLICES [ROUNDS]      needs python3 with venv and PyPI
set -euo pipefail
slices=$(cd "${1:?usage: slices.sh SLICES [ROUNDS]}" && pwd)
rounds=${2:-5}
cd "$(dirname -- "${BASH_SOURCE[0]}")"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

python3 -m venv "$place/venv"
"$place/venv/bin/pip" -q install pillow==11.3.0 numpy==2.2.6
cat >"$place/shardline.yaml" <<YAML
dataset:
  name: slices
  source: "$slices"
  include: ["**/*.jpg"]
  pattern: "(?:.*/)?(?<label>[^/]+)/[^/]+"
  duplicates: {bytes: true, content: true, label-conflicts: drop}
  split: {train: 0.7, validation: 0.15, test: 0.15, seed: 7}
  parts: {target-bytes: 1048576, per-instance: 4}
recipe: [decode-image, grey, crop-brain, {resize: {size: 224, filter: bilinear}}, scale, image-to-tensor]
output: {format: webdataset}
YAML
../../shardline --version
python3 alternate.py "$rounds" \
  "shardline run" "../../shardline run $place/shardline.yaml --work $place/ours-{round} --instances 2 --quiet" \
  "pillow + numpy" "$place/venv/bin/python slices_pillow.py $slices $place/theirs-{round} 2"

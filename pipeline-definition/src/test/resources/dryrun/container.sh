#!/bin/sh
# Stands for the Shardline image: knows its commands' inputs and outputs, processes nothing.
set -eu
ml=$SHARDLINE_ML_ROOT/processing
host=$(sed -n 's/.*"current_host": "\(.*\)",/\1/p' "$SHARDLINE_ML_ROOT/config/resourceconfig.json")
script=$ml/input/config/$1.sh
if [ -f "$script" ]; then . "$script"; fi
case $1 in
  build)
    cp "$ml/input/config/build.json" "$ml/output/result/build.json" ;;
  process)
    for split in train validation test; do
      find "$ml/input/$split" -type f | while read -r part; do
        cp "$part" "$ml/output/$split/$(basename "$part" .manifest).tar"
      done
    done
    ln -s /etc/hostname "$ml/output/workers/link"
    echo "$host" > "$ml/output/workers/$host.json"
    printf '%s done. ' "$host" > "$SHARDLINE_ML_ROOT/output/message" ;;
  conclude)
    cp "$ml/input/config/verdict.json" "$ml/output/result/verdict.json"
    find "$ml/input/run" -type f | sed "s|$ml/input/run/||" | sort > "$ml/output/run/index.txt" ;;
esac

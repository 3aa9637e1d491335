#!/usr/bin/env bash
# A warm worker's slices a second on 1, 2, 4 … of this machine's processors, each a process that may use no others.
# usage: scaling.sh [SLICES] [ROUNDS]      needs taskset, and the tests compiled: ./mvnw -Dquick test-compile
set -euo pipefail
slices=${1:-2000}
rounds=${2:-3}
cd "$(dirname -- "${BASH_SOURCE[0]}")/../.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

for ((processors = 1; processors <= $(nproc); processors *= 2)); do
  taskset -c "0-$((processors - 1))" \
    java -Xmx1g -XX:+UseSerialGC --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
    -cp 'tests/target/test-classes:containers/target/app/lib/*' \
    dev.shardline.benchmark.worker.WorkerBenchmark "$place/$processors" "steady:$slices" "$rounds"
done

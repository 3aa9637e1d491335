#!/usr/bin/env bash
# Builds the image with Docker and without, offline, and runs the pipeline's dry run in containers: four machines under
# a memory limit, one killed, one out of memory, one image without its entry point. SHARDLINE_CHECK_GPU=1 also builds
# the variant for GPUs, whose engine is a download of half a gigabyte. Needs Linux, and root unless a Docker engine
# already answers. Exit 77: cannot be done on this machine, with the reason.
set -euo pipefail
clone=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
. "$clone/tests/engines/docker-engine.sh"
state=$(mktemp -d)
name=shardline-check-$$
trap 'docker image rm -f $(docker image ls -q "$name*" 2>/dev/null) >/dev/null 2>&1 || true; docker_engine_down "$state"; rm -rf "$state"' EXIT
docker_engine_up "$state" || exit $?

shardline=$clone/shardline
# Nothing here may hang: what starts a process gives it a time.
within() { timeout --kill-after=10 "$@"; }
passed() { printf 'passed: %s\n' "$1"; }
fail() {
  printf 'FAILED: %s\n' "$1" >&2
  exit 1
}
expect() { # what, pattern, text
  grep -q -e "$2" <<<"$3" || fail "$1: expected \"$2\" in: $3"
  passed "$1"
}

# Base images out of this machine's own files: no registry is asked.
jdk=$(within 600 "$shardline" doctor | sed -n 's/^java  *[^,]*, //p')
"$clone/containers/image/local-base.sh" "$state/base"
tar -C "$state/base" -c . | docker import - "$name-base:local" >/dev/null
"$clone/containers/image/local-base.sh" "$state/jdk" \
  bash ls cp mv rm mkdir mktemp chmod touch sort paste uname env find sed awk grep
ln -s bash "$state/jdk$(dirname "$(command -v bash)")/sh"
mkdir -p "$state/jdk/opt/jdk" "$state/jdk/bin"
[ -e "$state/jdk/bin/bash" ] || cp "$state/jdk/usr/bin/bash" "$state/jdk/bin/bash"
tar -C "$jdk" -ch --exclude=./lib/src.zip --exclude=./demo . | tar -C "$state/jdk/opt/jdk" -x
tar -C "$state/jdk" -c . | docker import --change 'ENV JAVA_HOME=/opt/jdk' \
  --change 'ENV PATH=/usr/bin:/bin:/opt/jdk/bin' - "$name-jdk:local" >/dev/null

IMAGE_NAME=$name within 600 "$clone/containers/image/build.sh" docker --network none \
  --build-arg JDK_IMAGE="$name-jdk:local" --build-arg BASE_IMAGE="$name-base:local" >"$state/build.log" 2>&1 ||
  fail "the image does not build: $(tail -n 5 "$state/build.log")"
image=$(docker image ls --format '{{.Repository}}:{{.Tag}}' "$name" | head -n 1)
passed "$image builds without a network"

property() { docker image inspect --format "$1" "$image"; }
size=$(property '{{.Size}}')
[ "$size" -lt 200000000 ] || fail "the image has $size bytes; expected less than 200 MB"
passed "it has $((size / 1000000)) MB"
expect "it does not run as root" '^1000:1000$' "$(property '{{.Config.User}}')"
expect "its entry point is in exec form" '^\[/opt/shardline/runtime/bin/java ' "$(property '{{.Config.Entrypoint}}')"
expect "it is labelled with its version" '^[0-9]' "$(property '{{index .Config.Labels "org.opencontainers.image.version"}}')"
expect "it is labelled with its commit" '^[0-9a-f]\{40\}' \
  "$(property '{{index .Config.Labels "org.opencontainers.image.revision"}}')"

contained=(within 60 docker run --rm --network none --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges)
expect "it starts with a read-only root" '^shardline [0-9]' "$("${contained[@]}" "$image" --version 2>&1)"
fastest_of_five() { # what, command …
  local what=$1 best=0 begin took
  shift
  for _ in 1 2 3 4 5; do
    begin=$(date +%s%N)
    "$@" >/dev/null 2>&1 || fail "$what: $*"
    took=$((($(date +%s%N) - begin) / 1000000))
    [ "$best" -ne 0 ] && [ "$best" -le "$took" ] || best=$took
  done
  printf '        %s: %d ms, the fastest of five\n' "$what" "$best"
}
fastest_of_five "the program and its container" "${contained[@]}" "$image" --help
fastest_of_five "a container whose Java does nothing" "${contained[@]}" --entrypoint /opt/shardline/runtime/bin/java "$image" -version
expect "its classes come from the archive" 'dev.shardline.cli.Shardline source: shared objects file' \
  "$("${contained[@]}" --env JDK_JAVA_OPTIONS=-Xlog:class+load "$image" --version 2>&1)"
docker create --name "$name" "$image" >/dev/null
docker cp "$name:/opt/shardline/sbom.json" "$state/sbom.json"
docker rm "$name" >/dev/null
expect "it lists what it is made of" '"bomFormat" : "CycloneDX"' "$(cat "$state/sbom.json")"

# The dry run, over a third of the slices that the program's demo makes.
mkdir "$state/study"
cd "$state/study"
within 180 "$shardline" demo --work made --quiet >"$state/demo.log" 2>&1 || fail "no slices: $(tail -n 3 "$state/demo.log")"
find made/source -name 'sub-*' | sort | awk 'NR % 3' | xargs rm
sed -e "s|^  image: .*|  image: $image|" -e 's|target-bytes: [0-9]*|target-bytes: 1048576|' \
  "$clone/docs/examples/brain-mri-sagemaker.yaml" >shardline.yaml
dry_run() { # folder, options …
  local folder=$1
  shift
  within 180 "$shardline" pipeline dry-run shardline.yaml --quiet --set dataset.source="$PWD/made/source" \
    --folder "$folder" --parameter ProcessingInstanceCount=4 "$@" 2>&1 || true
}
shards() { # folder of a dry run: name and content of every shard
  (cd "$1"/s3/*/shardline/runs/* && find . -name '*.tar' -exec sha256sum {} + | sort -k 2)
}

expect "four containers under a memory limit do the whole pipeline" 'execution .* succeeded' \
  "$(dry_run contained --engine docker --memory 1g)"
expect "so do four processes" 'execution .* succeeded' "$(dry_run plain --order adversarial)"
[ "$(shards contained)" = "$(shards plain)" ] || fail "containers and processes wrote different shards"
[ "$(shards contained | wc -l)" -gt 3 ] || fail "hardly any shards were written"
passed "containers and processes wrote the same $(shards contained | wc -l) shards, byte for byte"

# Stands between the dry run and Docker, and has one machine of the Preprocess step meet its fate.
cat >"$state/fateful-docker" <<'FATE'
#!/usr/bin/env bash
container=
for word in "$@"; do
  case $word in *Preprocess*algo-2) container=$word ;; esac
done
if [ "$1" = run ] && [ -n "$container" ]; then
  case $FATE in
    killed) (for _ in $(seq 600); do docker kill "$container" && break; sleep 0.05; done) >/dev/null 2>&1 & ;;
    starved)
      words=()
      while [ $# -gt 0 ]; do
        case $1 in --memory | --memory-swap) words+=("$1" 24m) && shift ;; *) words+=("$1") ;; esac
        shift
      done
      set -- "${words[@]}"
      ;;
  esac
fi
exec docker "$@"
FATE
chmod +x "$state/fateful-docker"
for fate in killed starved; do
  export FATE=$fate
  told=$(dry_run "$fate" --engine docker --docker "$state/fateful-docker" --memory 1g)
  expect "one machine $fate fails the step, and is named" \
    'AlgorithmError: algo-2 exited with 137 (killed, or out of memory)' "$told"
  expect "nothing goes on after it" 'Verify .*not-reached' "$told"
done

# The variant for GPUs is another base, other jars and another label.
expect "a variant that there is not is refused" 'There is no variant tpu' \
  "$(within 60 "$clone/containers/image/build.sh" docker --build-arg VARIANT=tpu 2>&1 || true)"
if [ "${SHARDLINE_CHECK_GPU:-}" = 1 ]; then
  printf 'this stands for CUDA\n' >"$state/base/cuda"
  tar -C "$state/base" -c . | docker import - "$name-cuda:local" >/dev/null
  IMAGE_NAME=$name-gpu within 900 "$clone/containers/image/build.sh" docker --network none --build-arg VARIANT=gpu \
    --build-arg JDK_IMAGE="$name-jdk:local" --build-arg BASE_IMAGE="$name-cuda:local" >"$state/build.log" 2>&1 ||
    fail "the variant for GPUs does not build: $(tail -n 5 "$state/build.log")"
  gpu=$(docker image ls --format '{{.Repository}}:{{.Tag}}' "$name-gpu" | head -n 1)
  expect "the variant is on its label" '^gpu$' "$(docker image inspect --format '{{index .Config.Labels "dev.shardline.variant"}}' "$gpu")"
  docker create --name "$name-gpu" "$gpu" >/dev/null
  docker export "$name-gpu" | tar -t >"$state/files"
  docker rm "$name-gpu" >/dev/null
  expect "it lies on the base that was given" '^cuda$' "$(cat "$state/files")"
  expect "it has the engine for CUDA" '/libs/onnxruntime_gpu-' "$(cat "$state/files")"
  expect "unpacked, as nothing can be at run time" '/native/libonnxruntime_providers_cuda.so' "$(cat "$state/files")"
  expect "it knows the model steps" '^ *apply-model' "$("${contained[@]}" "$gpu" steps 2>&1)"
else
  echo "not built: the variant for GPUs (SHARDLINE_CHECK_GPU=1 builds it)"
fi

printf 'FROM %s\nENTRYPOINT ["/opt/shardline/none"]\n' "$image" | within 60 docker build -q -t "$name-hollow:local" - >/dev/null 2>&1
expect "an image without its entry point is told" 'no such entry point' \
  "$(dry_run hollow --engine docker --set pipeline.image="$name-hollow:local")"
expect "an image that is not there is told at once" 'is not on this machine' \
  "$(dry_run missing --engine docker --set pipeline.image="$name-missing:local")"

# The same image without Docker, twice.
within 600 "$clone/containers/image/build.sh" tar >"$state/tar.log" 2>&1 || fail "no image without Docker: $(tail -n 5 "$state/tar.log")"
mkdir "$state/first"
mv "$clone"/containers/target/image{,-base} "$state/first/"
first=$(sha256sum <"$clone/containers/target/shardline-image.tar")
within 600 "$clone/containers/image/build.sh" tar >"$state/tar.log" 2>&1
if [ "$first" != "$(sha256sum <"$clone/containers/target/shardline-image.tar")" ]; then
  # Kept, to be looked into.
  rm -rf "$clone/containers/target/first"
  mv "$state/first" "$clone/containers/target/"
  fail "two builds differ: $(cd "$clone/containers/target" && for part in image image-base; do
    diff -rq "first/$part" "$part" || true
  done)"
fi
passed "two builds without Docker are the same to the byte"
# A machine under load compiles at other times than an idle one; so does this.
rm -rf "$state/first/image"
mv "$clone/containers/target/image" "$state/first/"
JAVA_TOOL_OPTIONS='-XX:-TieredCompilation -XX:CompileThresholdScaling=0.02' within 600 "$clone/containers/image/assemble.sh" \
  "$jdk" "$clone/containers/target/app" "$clone/containers/target/image" >"$state/hasty.log" 2>&1 ||
  fail "it cannot be assembled again: $(tail -n 5 "$state/hasty.log")"
diff -rq "$state/first/image" "$clone/containers/target/image" >"$state/differ" ||
  fail "the files depend on when the VM compiles: $(cat "$state/differ")"
passed "its files do not depend on when the VM compiles"
loaded=$(within 60 docker load -i "$clone/containers/target/shardline-image.tar" | sed -n 's/^Loaded image: //p')
docker tag "$loaded" "$name:loaded"
expect "Docker loads and starts it" '^shardline [0-9]' "$("${contained[@]}" "$name:loaded" --version 2>&1)"

#!/usr/bin/env bash
# Builds the image of this clone.
#   build.sh tar                          without Docker: containers/target/shardline-image.tar, the same bytes each
#                                         time; load it with `docker load`, or push it with any tool
#   build.sh docker [OPTION…]             with Docker, as shardline:VERSION (IMAGE_NAME names it otherwise); options go
#                                         to `docker build`; --build-arg VARIANT=gpu takes the model steps along, with
#                                         ONNX Runtime for CUDA, and wants a BASE_IMAGE with CUDA and cuDNN
# IMAGE_BASE names another base image for `tar`; SHARDLINE_JAVA_HOME the JDK; MAVEN_OPTIONS adds options for Maven;
# DOCKER another program with Docker's command line.
set -euo pipefail

here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
clone=$here/../..
revision=$(git -C "$clone" rev-parse HEAD 2>/dev/null || echo unknown)
[ -z "$(git -C "$clone" status --porcelain 2>/dev/null)" ] || revision=$revision-changed

package() {
  # shellcheck disable=SC2086 # several options in one variable are meant
  (cd "$clone" && ./mvnw -B -q ${MAVEN_OPTIONS:-} -Pimage -Dquick -Dmaven.test.skip=true -Dimage.revision="$revision" \
    "$@" -pl containers -am package)
}

# The launcher knows how to find a JDK 25.
jdk=${SHARDLINE_JAVA_HOME:-$("$clone/shardline" doctor | sed -n 's/^java  *[^,]*, //p')}

case "${1:-}" in
  tar)
    options=(-Dimage.jdk="$jdk")
    if [ -n "${IMAGE_BASE:-}" ]; then
      # A base image brings its own C library; this machine's stays out.
      nothing=$(mktemp -d)
      trap 'rm -rf "$nothing"' EXIT
      options+=(-Dimage.base="$IMAGE_BASE" -Dimage.base.folder="$nothing/base" -Dlocal.base.skip=true)
      mkdir "$nothing/base"
    fi
    package "${options[@]}"
    printf '%s\n' "$clone/containers/target/shardline-image.tar"
    ;;
  docker)
    shift
    variant=cpu
    for option in "$@"; do
      case $option in VARIANT=* | --build-arg=VARIANT=*) variant=${option##*=} ;; esac
    done
    case $variant in
      cpu) profile=() ;;
      gpu) profile=(-Pmodels-gpu) ;;
      *)
        echo "There is no variant $variant; there are cpu and gpu" >&2
        exit 2
        ;;
    esac
    # The launcher's jars stay as they are.
    rm -rf "$clone/containers/target/app-$variant"
    package "${profile[@]}" -Dapp.folder="$(cd "$clone" && pwd)/containers/target/app-$variant" -Dimage.jdk="$jdk" -Djib.skip=true -Dexec.skip=true -Dlocal.base.skip=true
    version=$(sed -n 's/^version=//p' "$clone/containers/target/classes/dev/shardline/cli/session/version.properties")
    "${DOCKER:-docker}" build --build-arg VERSION="$version" --build-arg REVISION="$revision" \
      --tag "${IMAGE_NAME:-shardline}:$version" --file "$here/Dockerfile" "$@" "$clone/containers"
    ;;
  *)
    sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac

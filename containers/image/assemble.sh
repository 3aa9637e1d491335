#!/usr/bin/env bash
# Puts together what every image of Shardline holds, the same bytes each time: a Java runtime of only the modules the
# program uses, the program's jars, native libraries unpacked, the class archive that shortens the start, and the
# arguments that start it all. Both ways to build an image use this: the Dockerfile and the build without Docker.
#   assemble.sh JDK APP OUT [VARIANT]
#     JDK  home of a JDK 25
#     APP  the folder with lib/ (the program's jars) and, if made, sbom.json
#     OUT  a root folder, emptied first; everything goes to OUT/opt/shardline
#     VARIANT  cpu (default) or gpu, which must be what the jars are for
set -euo pipefail
export LC_ALL=C

jdk=${1:?home of a JDK 25}
app=${2:?folder with lib/}
out=${3:?root folder to fill}
variant=${4:-cpu}

# Where files lie in the image. Jib lays jars out as libs/ and classpath/, so the Dockerfile does too.
home=/opt/shardline
root=$out$home
rm -rf "$out"
mkdir -p "$root"/{libs,classpath,native}

copy_jars() {
  cp "$app"/lib/*.jar "$root/libs/"
  mv "$root"/libs/shardline-program-*.jar "$root/classpath/"
  # The class archive remembers the time of each jar; this is the one that Jib gives to files.
  find "$root"/{libs,classpath} -name '*.jar' -exec touch -d @1 {} +
}

# Prints the jar with ONNX Runtime's native code; nothing if the program was built without the model steps.
engine_jar() {
  find "$root/libs" -name 'onnxruntime-[0-9]*.jar' -o -name 'onnxruntime_gpu-[0-9]*.jar'
}

# An image labelled for GPUs that cannot use one, or the other way round, would be found out late.
check_variant() {
  local engine=cpu
  case $(engine_jar) in *_gpu-*) engine=gpu ;; esac
  if [ "$variant" != "$engine" ]; then
    echo "The variant is to be $variant, the jars in $app/lib are for $engine; containers/image/build.sh makes both" >&2
    exit 2
  fi
}

# Prints the class path with the jars at the given place, in an order that is the same everywhere.
class_path() {
  (cd "$root" && ls classpath/*.jar libs/*.jar) | sed "s|^|$1/|" | paste -sd:
}

# Prints what each jar needs. Parquet's jars cannot be modules (they share packages and name providers that they do not
# hold), so they are looked at as a class path.
needs() {
  local modular jar
  modular=$(mktemp -d)
  for jar in "$root"/libs/*.jar "$root"/classpath/*.jar; do
    case $jar in */parquet-*) ;; *) cp "$jar" "$modular/" ;; esac
  done
  "$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps -summary --module-path "$modular" "$modular"/*.jar &&
    "$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps -summary --class-path "$root/libs/*" "$root"/libs/parquet-*.jar
  rm -rf "$modular"
}

make_runtime() {
  local modules
  modules=$(needs | awk '{print $3}' | grep -E '^(java|jdk)\.' | sort -u | paste -sd,)
  "$jdk/bin/jlink" --add-modules "$modules,jdk.crypto.ec,jdk.zipfs" --strip-java-debug-attributes --no-header-files \
    --no-man-pages --compress zip-6 --output "$root/runtime" 2>/dev/null
  # Screens and sound need libraries that no server has.
  rm -f "$root"/runtime/lib/{libawt_xawt,libsplashscreen,libjsound}.so
}

# A container's root may be read-only and its /tmp not executable: nothing can be unpacked at run time.
unpack_native() {
  local machine engine unpacked
  case "$(uname -m)" in
    x86_64) machine=amd64 engine=linux-x64 ;;
    *) machine=$(uname -m) engine=linux-$(uname -m) ;;
  esac
  unpacked=$(mktemp -d)
  (cd "$unpacked" && "$jdk/bin/jar" xf "$root"/libs/zstd-jni-*.jar "linux/$machine")
  cp "$unpacked"/linux/"$machine"/libzstd-jni-*.so "$root/native/libzstd-jni.so"
  if [ -n "$(engine_jar)" ]; then
    (cd "$unpacked" && "$jdk/bin/jar" xf "$(engine_jar)" "ai/onnxruntime/native/$engine")
    cp "$unpacked/ai/onnxruntime/native/$engine"/*.so "$root/native/"
  fi
  chmod 755 "$root"/native/*
  rm -rf "$unpacked"
}

# The options that must be the same while the class archive is made and when it is used.
options=(-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector)

# The classes of a start are recorded, without what differs from start to start (order, the resolved constants), and
# dumped. Unlike a JDK 25 AOT cache, such an archive is the same to the byte (ADR 10).
#
# Both interpreted. Where compiled code leaves the way it was compiled for, the VM loads the class that it meets there, also
# one that the program does not use: the record then held classes that depended on when a method was compiled. And threads
# that compile come and go with the machine's load, and identity hash codes with them: now and then they made a crowded
# bin of a hash map, whose method the archive then held as called.
#
# Of eight archives one differed all the same, by what chance was not found: two that are the same have none of it.
archive_classes() {
  local archive=$root/shardline.jsa
  archive_once "$archive"
  for _ in 1 2 3 4 5; do
    archive_once "$out/again.jsa"
    if [ "$(sha256sum <"$archive")" = "$(sha256sum <"$out/again.jsa")" ]; then
      rm "$out/again.jsa"
      return
    fi
    mv "$out/again.jsa" "$archive"
  done
  echo "the class archive differs each time that it is made" >&2
  return 1
}

archive_once() {
  local record=$out/classes.txt
  "$root/runtime/bin/java" "${options[@]}" -Xint -Djava.awt.headless=true -XX:DumpLoadedClassList="$record" \
    -cp "$(class_path "$root")" dev.shardline.cli.Shardline warm-up
  grep -v -e '^@cp' -e '^#' -e 'source:' "$record" | sed 's/ id: [0-9]*$//' | sort -u >"$record.sorted"
  "$root/runtime/bin/java" "${options[@]}" -Xint -Xshare:dump -XX:SharedClassListFile="$record.sorted" \
    -XX:SharedArchiveFile="$1" -cp "$(class_path "$root")" >"$out/archive.log" 2>&1
  rm -f "$record" "$record.sorted" "$out/archive.log"
}

write_arguments() {
  {
    printf '%s\n' "${options[@]}" -XX:SharedArchiveFile=$home/shardline.jsa -Xshare:auto -Xlog:cds=off -Xlog:aot=off \
      -XX:MaxRAMPercentage=70 -XX:-UsePerfData -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Duser.timezone=UTC \
      -Duser.language=en -Duser.country= -Dai.djl.offline=true -DZstdNativePath=$home/native/libzstd-jni.so
    [ -z "$(engine_jar)" ] || printf '%s\n' -Donnxruntime.native.path=$home/native
    printf -- '-cp\n%s\ndev.shardline.cli.Shardline\n' "$(class_path $home)"
  } >"$root/shardline.args"
}

copy_jars
check_variant
make_runtime
unpack_native
archive_classes
write_arguments
[ ! -f "$app/sbom.json" ] || cp "$app/sbom.json" "$root/sbom.json"
chmod -R u=rwX,go=rX "$root"
find "$root" -exec touch -h -d @1 {} +

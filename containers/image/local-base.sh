#!/usr/bin/env bash
# Makes the root folder of a base image out of this machine's own C library, for where no registry can be reached:
# what a Java runtime needs to run, a user that is not root, and nothing else but the programs asked for.
#   local-base.sh OUT [PROGRAM…]
set -euo pipefail

out=${1:?root folder to fill}
shift
rm -rf "$out"
mkdir -p "$out"/{etc,tmp,opt/ml}

needed_by() { # files: the libraries they load, as absolute paths
  ldd "$@" 2>/dev/null | awk '$2 == "=>" && $3 ~ /^\// {print $3} $1 ~ /^\// && $1 !~ /:$/ {print $1}' | sort -u
}
copy() { # an absolute path, to the same place
  mkdir -p "$out$(dirname "$1")"
  cp -L "$1" "$out$1"
}

libraries=$(dirname "$(needed_by "$(command -v bash)" | grep '/libc\.so')")
for name in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libresolv.so.2 libnss_files.so.2 libnss_dns.so.2; do
  [ ! -e "$libraries/$name" ] || copy "$libraries/$name"
done
copy "$(needed_by "$(command -v bash)" | grep '/ld-linux')"
for program in "$@"; do
  path=$(command -v "$program")
  copy "$path"
  for library in $(needed_by "$path"); do
    [ -e "$out$library" ] || copy "$library"
  done
done

printf 'root:x:0:0:root:/:/sbin/nologin\nshardline:x:1000:1000:shardline:/tmp:/sbin/nologin\n' >"$out/etc/passwd"
printf 'root:x:0:\nshardline:x:1000:\n' >"$out/etc/group"
printf 'hosts: files dns\n' >"$out/etc/nsswitch.conf"
chmod 1777 "$out/tmp"
find "$out" -exec touch -h -d @1 {} +

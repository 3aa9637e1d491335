# To be sourced: a Python environment of its own with exactly the given packages, kept for the next time.
#   python_environment NAME PACKAGE==VERSION…    sets $python; returns 77, with the reason told, if it cannot be had
python_environment() {
  local name=$1 folder
  shift
  folder=${SHARDLINE_JUDGES:-${XDG_CACHE_HOME:-$HOME/.cache}/shardline-judges}/$name-$(printf '%s\n' "$@" | cksum | cut -d' ' -f1)
  python=$folder/bin/python
  [ ! -f "$folder/ready" ] || return 0
  mkdir -p "$folder"
  if ! { python3 -m venv "$folder" && timeout 300 "$python" -m pip install --quiet --disable-pip-version-check "$@"; } \
    >"$folder/install.log" 2>&1; then
    echo "no Python environment with $*: $(tail -n 1 "$folder/install.log")"
    return 77
  fi
  touch "$folder/ready"
}

# To be sourced: finds a Docker engine, or brings up a private one that touches nothing else on this machine.
#   docker_engine_up STATE     exports DOCKER_HOST; returns 77, with the reason told, if it cannot be had here
#   docker_engine_down STATE   ends what was started

docker_engine_up() {
  local state=$1
  if command -v docker >/dev/null && docker info >/dev/null 2>&1; then
    return 0
  fi
  if [ "$(id -u)" != 0 ]; then
    echo "no Docker engine answers, and starting one needs root"
    return 77
  fi
  if ! command -v dockerd >/dev/null; then
    if ! command -v apt-get >/dev/null || ! install_docker >"$state/install.log" 2>&1; then
      echo "no Docker engine answers, and none can be installed"
      return 77
    fi
  fi
  start_dockerd "$state"
}

install_docker() {
  apt-get -o DPkg::Lock::Timeout=300 update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends docker.io iproute2
}

# The engine gets a network namespace of its own, so that its bridge and packet rules are nobody else's. nsenter
# enters it: `ip netns exec` would hide the control groups that memory limits need.
start_dockerd() {
  local state=$1 space=shardline-$$
  mkdir -p "$state/data" "$state/exec"
  if ! ip netns add "$space" 2>"$state/netns.log"; then
    echo "a network namespace cannot be made here: $(cat "$state/netns.log")"
    return 77
  fi
  echo "$space" >"$state/netns"
  ip -n "$space" link set lo up
  setsid nsenter --net="/run/netns/$space" dockerd --data-root "$state/data" --exec-root "$state/exec" \
    -H "unix://$state/docker.sock" --pidfile "$state/dockerd.pid" >"$state/dockerd.log" 2>&1 </dev/null &
  export DOCKER_HOST=unix://$state/docker.sock
  local try
  for try in $(seq 120); do
    docker info >/dev/null 2>&1 && return 0
    [ "$try" -lt 20 ] || [ -f "$state/dockerd.pid" ] || break
    sleep 0.25
  done
  echo "the Docker engine does not start here: $(tail -n 1 "$state/dockerd.log")"
  return 77
}

docker_engine_down() {
  local state=$1 pid try
  if [ -f "$state/dockerd.pid" ]; then
    pid=$(cat "$state/dockerd.pid")
    kill "$pid" 2>/dev/null || true
    for try in $(seq 60); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.25
    done
  fi
  [ ! -f "$state/netns" ] || ip netns del "$(cat "$state/netns")"
}

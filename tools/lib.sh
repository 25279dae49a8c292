# Sourced (bash) by the installer's parts: how a step speaks, gives up, and gets system packages.
set -euo pipefail

repo="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$repo/tools/env.sh"
mkdir -p "$notice_tools"

say() { printf '==> %s\n' "$*"; }

# die WHAT REMEDY: a failure always comes with something to do about it.
die() {
  printf 'error: %s\n  help: %s\n' "$1" "$2" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo "$@"; else
    die "this step needs root: $*" "run it as root, or install sudo"
  fi
}

# timed WHAT COMMAND…: says what is being done, then how long it took.
timed() {
  local what="$1" start=$SECONDS
  shift
  say "$what"
  # Said aloud, as `set -e` is off in whatever a caller tests with `||`.
  "$@" || return
  say "done in $((SECONDS - start)) s"
}

# apt_install WHY PACKAGE…: installs those that are missing; silent when none is.
apt_install() {
  local why="$1" package missing=()
  shift
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  have apt-get || die "missing: ${missing[*]}" "this system has no apt-get; install their equivalents, then run again"
  timed "installing ${missing[*]} ($why)" apt_get "${missing[@]}"
}

apt_get() {
  local wait=(-o DPkg::Lock::Timeout=300)
  as_root apt-get -qq "${wait[@]}" update || die "the package lists could not be read" "check the network and run again"
  as_root env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get -qq -y "${wait[@]}" --no-install-recommends install "$@" >/dev/null ||
    die "apt-get could not install: $*" "run 'apt-get install $*' and read what it says"
}

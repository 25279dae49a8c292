#!/usr/bin/env bash
# Installs every package of target/package/ where a user would be, and uses it: an empty folder with a space in its name, an
# empty home, no network, no checkout, nothing on the PATH but what the package's own installer needs. `make trials` runs it.
. "$(dirname "$0")/../../tools/lib.sh"

cache="$notice_cache/debian-root.tar"

prepare() {
  [ "$(id -u)" = 0 ] || die "only root can give the packages a network of their own" "run it as root"
  apt_install "to try the packages" debootstrap iproute2 curl unzip python3-venv wine wine64 gcc-mingw-w64-x86-64 chromium
  if [ ! -e "$cache" ]; then
    local root suite
    root="$(mktemp -d)"
    suite="$(. /etc/os-release && echo "$VERSION_CODENAME")"
    timed "fetching a bare Debian" as_root debootstrap --variant=minbase "$suite" "$root" >"$notice_cache/debootstrap.log" 2>&1 ||
      die "debootstrap failed" "read $notice_cache/debootstrap.log"
    as_root tar -C "$root" -cf "$cache.new" . && as_root rm -rf "$root" && mv "$cache.new" "$cache"
  fi
}

if [ -z "${COUNCIL_NOTICE_INSIDE:-}" ]; then
  prepare
  "$repo/tests/packages/lint.sh"
  "$repo/tests/packages/release.sh"
  [ -e "$repo/target/package/SHA256SUMS" ] || die "there are no packages" "run make package"
  COUNCIL_NOTICE_INSIDE=1 exec unshare --net --mount "$0"
fi

set -E
trap 'printf "error: %s\n  help: that is line %s of tests/packages/%s; COUNCIL_NOTICE_TRIAL=npm tries one package alone\n" "$BASH_COMMAND failed" "$LINENO" "${BASH_SOURCE[0]##*/}" >&2' ERR

# Nothing here has a network but with itself.
ip link set lo up
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cp -R "$repo/target/package" "$work/packages"
cp -R "$repo/dist" "$work/published"
(cd "$work/packages" && sha256sum --quiet --check SHA256SUMS)
# The rest of this script is read already; whatever else would read the checkout finds nothing.
. "$repo/tests/packages/use.sh"
stub="$work/bcryptprimitives.dll"
x86_64-w64-mingw32-gcc -shared -o "$stub" "$repo/tests/packages/bcryptprimitives.c"
version="$(sed -n 's/^version = "\(.*\)"/\1/p;/^version/q' "$repo/Cargo.toml")"
mount -t tmpfs none "$repo"
cd "$work"

# begin NAME: an empty folder and an empty home for one trial.
begin() {
  say "trying $1"
  place="$work/$1 of a council" home="$work/home of $1"
  mkdir -p "$place" "$home"
  cd "$place"
}

try_tar() {
  begin "the archive"
  tar -xzf "$work/packages/council-notice-$version-linux-x86_64.tar.gz"
  # It asks for no library of the system's, not even for the one that loads such.
  if readelf --program-headers --wide "council-notice-$version/council-notice" | grep -q INTERP; then
    echo "error: the program for Linux is not static"
    return 1
  fi
  use "$version" env -i HOME="$home" PATH="" "$place/council-notice-$version/council-notice"
  empty "$home"
  helped "$place/council-notice-$version/share"
}

try_deb() {
  begin "the Debian package"
  local root="$work/root"
  mkdir "$root" && tar -C "$root" -xf "$cache"
  cp "$work/packages/council-notice_${version}_amd64.deb" "$root/"
  chroot "$root" dpkg --install "/council-notice_${version}_amd64.deb" >/dev/null
  test -s "$root/usr/share/doc/council-notice/copyright"
  # The chroot has the folder of the trial as its own.
  mkdir "$root/srv/site" && mount --bind "$place" "$root/srv/site"
  use "$version" chroot "$root" env -i HOME=/root PATH=/usr/bin:/bin sh -c 'cd /srv/site && exec council-notice "$@"' sh
  umount "$root/srv/site"
  helped "$root/usr/share"
  chroot "$root" dpkg --purge council-notice >/dev/null
  test ! -e "$root/usr/bin/council-notice"
  test ! -e "$root/usr/share/man/man1/council-notice.1.gz"
}

try_npm() {
  begin "the npm package"
  local bin="$work/node" program
  mkdir "$bin"
  for program in node npm npx sh; do ln -s "$(command -v $program)" "$bin/"; done
  local npm=(env -i HOME="$home" PATH="$bin")
  "${npm[@]}" npm install --silent --offline --no-audit --no-fund \
    "$work/packages/council-notice-$version.tgz" "$work/packages/council-notice-linux-x64-$version.tgz"
  use "$version" "${npm[@]}" npx --offline council-notice
  "${npm[@]}" node --input-type=module --eval '
    import { insertTag } from "council-notice";
    import { createRequire } from "node:module";
    const elements = createRequire(process.cwd() + "/")("council-notice/custom-elements.json");
    if (typeof insertTag !== "function" || elements.modules[0].declarations[0].tagName !== "council-notice") process.exit(1);'
}

try_wheel() {
  begin "the wheel"
  /usr/bin/python3 -m venv "$work/python"
  local pip=(env -i HOME="$home" PATH="$work/python/bin")
  "${pip[@]}" pip install --quiet --disable-pip-version-check --no-index "$work/packages/council_notice-$version-py3-none-manylinux"*.whl
  use "$version" "${pip[@]}" council-notice
  [ "$("${pip[@]}" python -m council_notice --version)" = "$("${pip[@]}" council-notice --version)" ]
}

try_exe() {
  begin "the program for Windows"
  unzip -q "$work/packages/council-notice-$version-windows-x86_64.zip"
  # Debian's wine lacks this library of Windows, and the stand-in is shipped with nothing.
  cp "$stub" "$place/council-notice-$version-windows/"
  local wine=(env -i HOME="$home" PATH=/usr/bin:/bin WINEDEBUG=-all WINEPREFIX="$work/wine" wine)
  "${wine[@]}" wineboot --init >/dev/null 2>&1
  use "$version" "${wine[@]}" "$place/council-notice-$version-windows/council-notice.exe"
  # As somebody would call it from a file of commands.
  printf '@%s check --site "my site" --format json\r\n' "council-notice-$version-windows\\council-notice.exe" >check.bat
  "${wine[@]}" cmd /c check.bat >told.json || test $? = 4
  grep -q BAS-01 told.json
  env -i HOME="$home" PATH=/usr/bin:/bin WINEPREFIX="$work/wine" wineserver --kill
}

try_site() {
  begin "Derby's site"
  unzip -q "$work/packages/council-notice-$version-derby.zip"
  test -s "council-notice-$version-derby/council-notice.js"
  test -s "council-notice-$version-derby/notices/connect-derby/index.html"
  # `make publish` writes the very same bytes; `make demo` puts the manual beside them.
  diff --recursive --brief --exclude=manual --exclude='.*' "$work/published" "council-notice-$version-derby"
}

# What the programs are made of, as CycloneDX has it.
try_sbom() {
  begin "the lists of components"
  local list
  for list in program-linux program-windows; do
    python3 - "$work/packages/council-notice-$version-$list.cdx.json" <<'PY'
import json, sys
bom = json.load(open(sys.argv[1]))
assert bom["bomFormat"] == "CycloneDX" and bom["specVersion"] == "1.5", sys.argv[1]
assert len(bom["components"]) > 100, (sys.argv[1], len(bom["components"]))
PY
  done
}

for trial in ${COUNCIL_NOTICE_TRIAL:-tar deb npm wheel exe site sbom}; do "try_$trial"; done
say "every package was installed and used"

#!/usr/bin/env bash
# Every package, from dist/ and the engine, into target/package/. What goes into them is in packages/, with @NAME@ for what is
# filled in. The same commit gives the same bytes: times are the commit's, names are sorted, owners are root.
. "$(dirname "$0")/lib.sh"
. "$repo/tools/cargo-tool.sh"
cd "$repo"

version="$(sed -n 's/^version = "\(.*\)"/\1/p;/^version/q' Cargo.toml)"
name="council-notice-$version"
out="$repo/target/package" work="$repo/target/package-work"
SOURCE_DATE_EPOCH="$(git log -1 --format=%ct 2>/dev/null || echo 1767225600)"
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C

apt_install "to pack" zip
cargo_tool cargo-cyclonedx cargo-cyclonedx 0.5.9 0
rm -rf "$out" "$work"/stage && mkdir -p "$out" "$work"/stage
umask 022

timed "building the programs" tools/package-programs.sh "$work/programs" ||
  die "the program could not be built for the packages" "run tools/package-programs.sh target/package-work/programs and read what it says"
programs="$work/programs"
tools/package-sign.sh "$programs/council-notice.exe"
tools/licences.sh publish "$programs/licences.html"

# fill FROM TO [NAME VALUE…]: a file with what it leaves open.
fill() {
  local from="$1" to="$2" text
  shift 2
  text="$(cat "$from")"
  text="${text//@VERSION@/$version}"
  while [ $# -gt 0 ]; do
    text="${text//@$1@/$2}"
    shift 2
  done
  printf '%s\n' "$text" >"$to"
}

# dated FOLDER: one time for all.
dated() { find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +; }

# stage NAME PROGRAM: a folder with the program, and what must come with it.
stage() {
  local to="$work/stage/$1"
  mkdir -p "$to"
  install -m 755 "$programs/$2" "$to/$2"
  cp LICENSE "$programs"/licences*.* "$to/"
  fill packages/README.txt "$to/README.txt"
}

zipped() { # FILE FOLDER, seen from the stage
  dated "$work/stage/$2"
  (cd "$work/stage" && find "$2" -type f | sort | zip --quiet -X -9 "$out/$1" -@)
}

say "packing for Linux"
stage "$name" council-notice
tools/package-shell.sh "$programs/council-notice" "$work/stage/$name/share"
dated "$work/stage/$name"
tar -C "$work/stage" --sort=name --owner=0 --group=0 --numeric-owner -cf - "$name" | gzip -9n >"$out/$name-linux-x86_64.tar.gz"

deb="$work/stage/deb" doc="$work/stage/deb/usr/share/doc/council-notice"
mkdir -p "$deb/DEBIAN" "$deb/usr/bin" "$doc"
install -m 755 "$programs/council-notice" "$deb/usr/bin/"
cp LICENSE "$doc/copyright"
cp "$programs"/licences*.* "$doc/"
tools/package-shell.sh "$programs/council-notice" "$deb/usr/share"
fill packages/deb/control "$deb/DEBIAN/control" ARCH amd64 SIZE "$(du -sk --apparent-size "$deb/usr" | cut -f1)"
(cd "$deb" && find usr -type f | sort | xargs md5sum) >"$deb/DEBIAN/md5sums"
dated "$deb"
dpkg-deb --root-owner-group -Zxz --build "$deb" "$out/council-notice_${version}_amd64.deb" >/dev/null

say "packing for Windows"
stage "$name-windows" council-notice.exe
mv "$work/stage/$name-windows/LICENSE" "$work/stage/$name-windows/LICENSE.txt"
sed -i 's/$/\r/' "$work/stage/$name-windows"/*.txt
zipped "$name-windows-x86_64.zip" "$name-windows"

say "packing Derby's site"
site="$work/stage/$name-derby"
"$programs/council-notice" build --site . --out "$site" --strict >/dev/null
rm -rf "$site"/.[!.]*
zipped "$name-derby.zip" "$name-derby"

say "packing for npm and for pip"
tools/package-npm.sh "$programs" "$work/stage/npm" "$out" "$version" "$site"
tools/package-wheel.sh "$programs" "$work/stage/wheel" "$out" "$version"

say "listing what is in them"
tools/package-sbom.sh "$out" "$version"

(cd "$out" && sha256sum -- * >SHA256SUMS)
rm -rf "$work/stage"
(cd "$out" && ls -l | awk 'NR > 1 { printf "%10d  %s\n", $5, $9 }')

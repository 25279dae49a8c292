#!/usr/bin/env bash
# The npm packages: `tools/package-npm.sh PROGRAMS STAGE OUT VERSION SITE`. SITE is a published site, for the types that the build has
# written. The program is in a package for each kind of machine, of which npm installs the one that fits.
. "$(dirname "$0")/lib.sh"
cd "$repo/packages"

programs="$1" stage="$2" out="$3" version="$4" site="$5"

packed() { (cd "$1" && npm pack --silent --ignore-scripts --pack-destination "$out" >/dev/null); }

mkdir -p "$stage/main"
cp npm/* "$repo/LICENSE" "$site/council-notice.d.ts" "$site/custom-elements.json" "$stage/main/"
sed -i "s/@VERSION@/$version/" "$stage/main/package.json"
packed "$stage/main"

while read -r os cpu program; do
  to="$stage/$os-$cpu"
  mkdir -p "$to"
  install -m 755 "$programs/$program" "$to/"
  cp "$programs"/licences*.* "$repo/LICENSE" "$to/"
  sed -e "s/@VERSION@/$version/" -e "s/@OS@/$os/" -e "s/@CPU@/$cpu/" -e "s/@PROGRAM@/$program/" npm-program/package.json >"$to/package.json"
  packed "$to"
done <<'MACHINES'
linux x64 council-notice
win32 x64 council-notice.exe
MACHINES

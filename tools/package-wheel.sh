#!/usr/bin/env bash
# The Python wheels: `tools/package-wheel.sh PROGRAMS STAGE OUT VERSION`. pip puts the program where it keeps programs.
. "$(dirname "$0")/lib.sh"
cd "$repo/packages/python"

programs="$1" stage="$2" out="$3" version="$4"

# Path, hash and size of a file, as pip wants them.
record() {
  printf '%s,sha256=%s,%s\n' "$1" "$(openssl dgst -sha256 -binary "$1" | base64 | tr '+/' '-_' | tr -d '=')" "$(stat -c %s "$1")"
}

wheel() { # PROGRAM TAG: of a tag like a.b-c each of the platforms a and b counts
  local program="$1" platforms="$2" to="$stage/$2" info="council_notice-$version.dist-info" scripts="council_notice-$version.data/scripts"
  mkdir -p "$to/$scripts" "$to/$info/licenses" "$to/council_notice"
  install -m 755 "$programs/$program" "$to/$scripts/"
  cp __main__.py "$to/council_notice/"
  printf '__version__ = "%s"\n' "$version" >"$to/council_notice/__init__.py"
  cp "$repo/LICENSE" "$programs"/licences*.* "$to/$info/licenses/"
  sed "s/@VERSION@/$version/" METADATA >"$to/$info/METADATA"
  { sed "s/@VERSION@/$version/" WHEEL && printf 'Tag: py3-none-%s\n' ${platforms//./ }; } >"$to/$info/WHEEL"
  (
    cd "$to"
    # Not in here while the files are listed.
    { find . -type f -printf '%P\n' | sort | while read -r file; do record "$file"; done && echo "$info/RECORD,,"; } >"$stage/record"
    mv "$stage/record" "$info/RECORD"
    find . -exec touch --date="@$SOURCE_DATE_EPOCH" {} +
    # The list of what is in it comes last.
    { find . -type f -printf '%P\n' | grep -v 'RECORD$' | sort && echo "$info/RECORD"; } |
      zip --quiet -X -9 "$out/council_notice-$version-py3-none-$platforms.whl" -@
  )
}

# The program for Linux needs no C library, so either kind of system will do.
wheel council-notice manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64
wheel council-notice.exe win_amd64

#!/usr/bin/env bash
# Writes a page with the licences of what is in a package of this project: `tools/licences.sh council-notice` of the widget, as
# Trunk's hook into the folder where Trunk builds; `tools/licences.sh publish FILE` of the program, which carries the widget.
. "$(dirname "$0")/lib.sh"
cd "$repo"

package="${1:?name the package}"
target="${2:-${TRUNK_STAGING_DIR:?name the file to write}/licences.html}"
escape() { sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g'; }

# Every crate in a package, as it is built for a target: name, version, licence, source. What only builds it is not in it.
crates() {
  cargo tree --locked --offline --package "$1" --edges normal,no-proc-macro --target "$2" --prefix none --format '{p}|{l}|{r}' |
    sed -e 's/ (\*)|/|/' -e 's/ (\*)$//' | grep -v ' (/'
}

crates_of() {
  crates council-notice wasm32-unknown-unknown
  [ "$1" = council-notice ] || for target in x86_64-unknown-linux-musl x86_64-pc-windows-gnu; do crates "$1" "$target"; done
}

# The MIT licence in the name of somebody else.
mit() { printf '<pre>%s</pre>\n</details>\n' "$(sed "s/^Copyright .*/Copyright (c) $1/" LICENSE)"; }

# The licence texts of a crate, as it was fetched. Of several to choose from, MIT is taken: its text names whose it is.
texts() {
  local all mit
  all="$(all_texts "$@")"
  mit="$(grep -iE '/[^/]*mit[^/]*$' <<<"$all" || true)"
  printf '%s\n' "${mit:-$all}" | grep . || true
}

all_texts() {
  find "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/"$1-$2" -maxdepth 1 -type f \
    \( -iname 'LICEN[SC]E*' -o -iname 'COPYING*' -o -iname 'COPYRIGHT*' -o -iname 'UNLICENSE*' \) | sort
}

{
  # Without a style: the security policy of published pages allows none in a page.
  cat <<'HEAD'
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Licences of what council-notice is made of</title>
</head>
<body>
<h1>Licences of what council-notice is made of</h1>
<p>council-notice itself:</p>
HEAD
  printf '<pre>%s</pre>\n' "$(escape <"$repo/LICENSE")"
  echo '<p>It holds these libraries, each with the licence it is given under:</p>'
  echo '<details><summary>Rust’s standard library: Apache-2.0 OR MIT</summary>'
  mit 'The Rust Project Developers'
  if [ "$package" != council-notice ]; then
    echo '<details><summary>musl, the C library, in the program for Linux: MIT</summary>'
    mit '2005-2020 Rich Felker, et al.'
    echo '<details><summary>The runtime of mingw-w64, in the program for Windows</summary>'
    printf '<pre>%s</pre>\n</details>\n' "$(escape </usr/share/doc/mingw-w64-x86-64-dev/copyright)"
  fi
  crates_of "$package" | LC_ALL=C sort -u | while IFS='|' read -r crate licence source; do
    name="${crate%% v*}" version="${crate##* v}"
    printf '<details><summary>%s %s: %s</summary>\n' "$name" "$version" "$(escape <<<"$licence")"
    # This licence asks for it.
    case "$licence" in *MPL*) printf '<p>Its source: %s</p>\n' "$source" ;; esac
    texts "$name" "$version" | while read -r file; do printf '<pre>%s</pre>\n' "$(escape <"$file")"; done
    echo '</details>'
  done
  printf '</body>\n</html>\n'
} >"$target"

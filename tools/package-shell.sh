#!/usr/bin/env bash
# Pages for `man`, and what shells complete, from the program itself: `tools/package-shell.sh PROGRAM SHARE` writes them where a system
# looks for them below its folder `share`.
set -euo pipefail

program="${1:?name the program}" share="${2:?name the folder to fill}"

# complete SHELL FILE
complete() {
  mkdir -p "$(dirname "$share/$2")"
  "$program" completions "$1" >"$share/$2"
}

"$program" --quiet man --out "$share/man/man1"
gzip -9n "$share"/man/man1/*.1
complete bash bash-completion/completions/council-notice
complete zsh zsh/vendor-completions/_council-notice
complete fish fish/vendor_completions.d/council-notice.fish

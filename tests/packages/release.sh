#!/usr/bin/env bash
# `make release` says what is left to people, for packages that are made of what is committed: tried in a copy of the project.
. "$(dirname "$0")/../../tools/lib.sh"
set -E
trap 'printf "error: %s failed\n  help: that is line %s of tests/packages/release.sh\n" "$BASH_COMMAND" "$LINENO" >&2' ERR

say "trying what make release says"
copy="$(mktemp -d)"
trap 'rm -rf "$copy"' EXIT
git clone --quiet "$repo" "$copy/project"
cd "$copy/project"
version="$(sed -n 's/^version = "\(.*\)"/\1/p;/^version/q' Cargo.toml)"

as_trial() { git -c user.name=Trial -c user.email=trial@notices.example -c commit.gpgSign=false "$@"; }

# changes TEXT: a list of changes that begins so, committed.
changes() {
  printf '# Changes\n\n%s\n' "$1" >CHANGELOG.md
  as_trial commit --quiet --allow-empty --all --message "Change the list"
}

# refused WHAT REMEDY: it says so, before and after the packages are made, and gives no steps.
refused() {
  local told when
  for when in "" ready; do
    if told="$(tools/release.sh $when 2>&1)"; then
      printf 'error: make release took it: %s\n' "$1"
      exit 1
    fi
    grep -qF "error: $1" <<<"$told"
    grep -qF "help: $2" <<<"$told"
    ! grep -qF "git tag" <<<"$told"
  done
}

# As it is developed there are changes that have no number yet, or else the newest has this one.
if grep -qx "## Unreleased" CHANGELOG.md; then
  refused "CHANGELOG.md has changes under Unreleased" "give Unreleased its number and date: ## $version, "
fi

# What is released before a heading that is still empty is none of it.
released="## $version, 2026-12-01

- Something."
changes "## Unreleased

$released"
[ -z "$(tools/release.sh ready)" ]
changes "$released"
[ -z "$(tools/release.sh ready)" ]

# Each step names the version, in order, and what is made is of this commit.
told="$(tools/release.sh)"
grep -qF "made of $(git rev-parse --short HEAD)" <<<"$told"
grep -qF "git tag --sign v$version" <<<"$told"
grep -qF "council-notice-$version.tgz" <<<"$told"
steps="$(grep -oE '^  [0-9]+\.' <<<"$told" | tr -d ' .\n')"
[ "$steps" = 0123456 ]
# A file that is signed after the checksums has another one.
line() { grep -nF "$1" <<<"$told" | head -n 1 | cut -d: -f1; }
[ "$(line council-notice.exe)" -lt "$(line SHA256SUMS)" ]

# The number of a release before is not given again, whether the list says so or a tag.
changes "## Unreleased

- Something more.

$released"
refused "CHANGELOG.md has changes under Unreleased" "give Unreleased its number and date"
changes "## 999.0.0, 2026-12-01

- Something more.

$released"
refused "Cargo.toml says $version, and the newest release in CHANGELOG.md is 999.0.0" "write the same number into both"
changes "Nothing was released."
refused "Cargo.toml says $version, and the newest release in CHANGELOG.md is none" "write the same number into both"
changes "$released"
as_trial tag "v$version"
refused "v$version is a tag already" "raise the version in Cargo.toml"
git tag --delete "v$version" >/dev/null

# What is not committed is in no release.
echo >>README.md
refused "there are changes that are not committed" "commit or drop them"

say "trying how the program for Windows is signed"
program="$copy/council-notice.exe" signer="$copy/a signer"
unsigned() { printf 'MZ' >"$program"; }
signer() { printf '#!/bin/sh\n%s\n' "$1" >"$signer" && chmod +x "$signer"; }
unsigned
tools/package-sign.sh "$program"
[ "$(cat "$program")" = MZ ]
signer 'printf signed >>"$1"'
told="$(COUNCIL_NOTICE_SIGN="$signer" tools/package-sign.sh "$program")"
[ "$(cat "$program")" = MZsigned ]
for wrong in 'exit 1' 'cp "$1" "$1.signed"'; do
  unsigned
  signer "$wrong"
  if told="$(COUNCIL_NOTICE_SIGN="$signer" tools/package-sign.sh "$program" 2>&1)"; then
    echo "error: a program that nobody has signed was taken for signed"
    exit 1
  fi
  grep -qF "help: " <<<"$told"
done

#!/usr/bin/env bash
# `make release` says what is left to people, for packages that are made of what is committed: tried in a copy of the project.
. "$(dirname "$0")/../../tools/lib.sh"
set -E
trap 'printf "error: %s failed\n  help: that is line %s of tests/packages/release.sh\n" "$BASH_COMMAND" "$LINENO" >&2' ERR

say "trying what make release says"
copy="$(mktemp -d)"
trap 'rm -rf "$copy"' EXIT
git clone --quiet "$repo" "$copy"
version="$(sed -n 's/^version = "\(.*\)"/\1/p;/^version/q' "$copy/Cargo.toml")"
cd "$copy"

# Each step names the version, in order, and what is made is of this commit.
told="$(tools/release.sh)"
grep -qF "made of $(git rev-parse --short HEAD)" <<<"$told"
grep -qF "git tag --sign v$version" <<<"$told"
grep -qF "council-notice-$version.tgz" <<<"$told"
steps="$(grep -oE '^  [0-9]+\.' <<<"$told" | tr -d ' .\n')"
[ "$steps" = 0123456 ]

# A version that was released is not released again.
git -c user.name=Trial -c user.email=trial@notices.example tag "v$version"
told="$(tools/release.sh)"
grep -qF "v$version is a tag already" <<<"$told"

# What is not committed is in no release.
echo >>README.md
if told="$(tools/release.sh 2>&1)"; then
  echo "error: make release took changes that nobody has committed"
  exit 1
fi
grep -qF "there are changes that are not committed" <<<"$told"
grep -qF "help: commit or drop them" <<<"$told"

#!/usr/bin/env bash
# Says what a release still needs when its packages are there: what only people may do.
. "$(dirname "$0")/lib.sh"
cd "$repo"

version="$(sed -n 's/^version = "\(.*\)"/\1/p;/^version/q' Cargo.toml)"
[ -z "$(git status --porcelain)" ] || die "there are changes that are not committed" "commit or drop them, then run make release again"
grep -q "^## $version," CHANGELOG.md || say "CHANGELOG.md has no heading '## $version, DATE' yet"
! git rev-parse --quiet --verify "refs/tags/v$version" >/dev/null || say "v$version is a tag already: raise the version in Cargo.toml"
cat <<TEXT
==> the packages of $version are in target/package/, made of $(git rev-parse --short HEAD)
Nobody has signed anything, and nothing was sent anywhere. Left to the maintainers, in this order:
  0. make full must have passed on this commit: it installs each of them where a user would be
  1. git tag --sign v$version               the maintainer whose key CHANGELOG's readers know
  2. gpg --detach-sign --armor target/package/SHA256SUMS     the same person
  3. upload target/package/ beside the tag, with SHA256SUMS.asc
  4. npm publish target/package/council-notice-linux-x64-$version.tgz, the one for win32-x64, then council-notice-$version.tgz:
     whoever holds the names on npm (nobody has claimed them)
  5. twine upload target/package/*.whl: whoever holds the name on PyPI (nobody has claimed it)
  6. sign council-notice.exe: whoever has a certificate; until then Windows warns of it
TEXT

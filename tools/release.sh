#!/usr/bin/env bash
# Says what a release still needs when its packages are there: what only people may do. `tools/release.sh ready` says nothing where the
# commit can be released.
. "$(dirname "$0")/lib.sh"
cd "$repo"

version="$(sed -n 's/^version = "\(.*\)"/\1/p;/^version/q' Cargo.toml)"
[ -z "$(git status --porcelain)" ] || die "there are changes that are not committed" "commit or drop them, then run make release again"
if awk '/^## /{ open = ($0 == "## Unreleased"); next } open && NF { found = 1 } END { exit !found }' CHANGELOG.md; then
  die "CHANGELOG.md has changes under Unreleased" "give Unreleased its number and date: ## $version, $(date +%F)"
fi
newest="$(sed -n 's/^## \([0-9][^,]*\),.*/\1/p' CHANGELOG.md | head -n 1)"
[ "$newest" = "$version" ] ||
  die "Cargo.toml says $version, and the newest release in CHANGELOG.md is ${newest:-none}" "write the same number into both, and make the packages of it"
! git rev-parse --quiet --verify "refs/tags/v$version" >/dev/null || die "v$version is a tag already" "raise the version in Cargo.toml"
[ "${1:-}" != ready ] || exit 0

signed="nobody has signed council-notice.exe: Windows warns of it. Whoever has a certificate runs make release anew with
     COUNCIL_NOTICE_SIGN=PROGRAM, which is given the file and signs it: then every package holds it, and so do the checksums"
[ -z "${COUNCIL_NOTICE_SIGN:-}" ] || signed="council-notice.exe was signed by $COUNCIL_NOTICE_SIGN before it was packed"
cat <<TEXT
==> the packages of $version are in target/package/, made of $(git rev-parse --short HEAD)
Nothing was sent anywhere. Left to the maintainers, in this order:
  0. make full must have passed on this commit: it installs each of them where a user would be
  1. $signed
  2. git tag --sign v$version               the maintainer whose key CHANGELOG's readers know
  3. gpg --detach-sign --armor target/package/SHA256SUMS     the same person
  4. upload target/package/ beside the tag, with SHA256SUMS.asc
  5. npm publish target/package/council-notice-linux-x64-$version.tgz, the one for win32-x64, then council-notice-$version.tgz:
     whoever holds the names on npm (nobody has claimed them)
  6. twine upload target/package/*.whl: whoever holds the name on PyPI (nobody has claimed it)
TEXT

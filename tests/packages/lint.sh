#!/usr/bin/env bash
# Holds the npm package against what bundlers and compilers make of it: publint, Are the types wrong, and TypeScript.
. "$(dirname "$0")/../../tools/lib.sh"

checks="$notice_cache/package-checks" from="$repo/tests/packages"
fetch() { mkdir -p "$checks" && cp "$from/package.json" "$from/package-lock.json" "$checks/" && npm --prefix "$checks" ci --silent --ignore-scripts --no-audit --no-fund; }

have npm || apt_install "to try the npm package" nodejs npm
if ! cmp -s "$from/package-lock.json" "$checks/package-lock.json" || [ ! -x "$checks/node_modules/.bin/attw" ]; then
  timed "fetching publint, attw and TypeScript" fetch || die "npm could not install tests/packages/package.json" "run 'npm ci' in tests/packages/"
fi

say "holding the npm package against publint, attw and TypeScript"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
bin="$checks/node_modules/.bin"
main=("$repo"/target/package/council-notice-[0-9]*.tgz)
for package in "${main[0]}" "$repo"/target/package/council-notice-linux-x64-*.tgz; do "$bin/publint" --strict "$package"; done
# It has modules alone: a page is no place for require().
"$bin/attw" --profile esm-only --quiet "${main[0]}"

mkdir -p "$work/node_modules/council-notice"
tar -xzf "${main[0]}" -C "$work/node_modules/council-notice" --strip-components=1
cp "$from/types.ts" "$work/"
"$bin/tsc" --noEmit --strict --target es2022 --module nodenext --moduleResolution nodenext --lib es2022,dom "$work/types.ts"

#!/usr/bin/env bash
# What other people build pages with, for the page trials: published packages, whose install scripts are never run.
. "$(dirname "$0")/lib.sh"

from="$repo/tests/hosts"
modules="$notice_hosts/node_modules"

# React comes as modules for a bundler: one classic script a version, which sets `React` and `ReactDOM`.
react() {
  local suffix="$1"
  printf '%s\n' "globalThis.React = require('react$suffix');" "globalThis.ReactDOM = { ...require('react-dom$suffix'), ...require('react-dom$suffix/client') };" |
    (cd "$notice_hosts" && esbuild --bundle --minify --log-level=error --define:process.env.NODE_ENV='"production"' \
      ${suffix:+--alias:react=react$suffix} --outfile="$modules/react${suffix:--19}.js")
}

# packages FROM TO: what a package.json names. Two versions of React are beside each other: what each says that it goes with is
# true of one only.
packages() {
  mkdir -p "$2" && cp "$1/package.json" "$1/package-lock.json" "$2/" &&
    npm --prefix "$2" ci --silent --ignore-scripts --legacy-peer-deps --no-audit --no-fund
}

hosts() { packages "$from" "$notice_hosts" && react "" && react -18; }

failed() {
  die "npm could not install $1/package.json" "run 'npm ci --ignore-scripts --legacy-peer-deps' in $1/ and read what it says"
}

if ! cmp -s "$from/package-lock.json" "$notice_hosts/package-lock.json" || [ ! -e "$modules/react-18.js" ]; then
  timed "fetching what the trials' pages are built with" hosts || failed tests/hosts
fi

# Form builders and WordPress are large: for `make full` alone.
if [ -n "${COUNCIL_NOTICE_FULL:-}" ]; then
  builders="$notice_hosts/builders"
  cmp -s "$from/builders/package-lock.json" "$builders/package-lock.json" ||
    timed "fetching form builders for the trials" packages "$from/builders" "$builders" || failed tests/hosts/builders
  for name in formiojs survey-core survey-js-ui; do ln -sfn "$builders/node_modules/$name" "$modules/$name"; done
  "$repo/tools/wordpress.sh"
fi

#!/usr/bin/env bash
# The peers that `make bench` measures against: their published packages, whose install scripts are never run.
. "$(dirname "$0")/lib.sh"

from="$repo/benches/peers"

peers() {
  mkdir -p "$notice_peers" && cp "$from/package.json" "$from/package-lock.json" "$notice_peers/" &&
    npm --prefix "$notice_peers" ci --silent --ignore-scripts --no-audit --no-fund && c15t
}

# c15t comes as modules of React for a bundler.
c15t() {
  NODE_PATH="$COUNCIL_NOTICE_PEERS" esbuild "$from/setup/c15t.jsx" --bundle --minify --jsx=automatic --log-level=error \
    --define:process.env.NODE_ENV='"production"' --outfile="$COUNCIL_NOTICE_PEERS/c15t/build/c15t.js"
}

if ! cmp -s "$from/package-lock.json" "$notice_peers/package-lock.json" || [ ! -e "$COUNCIL_NOTICE_PEERS/c15t/build/c15t.js" ]; then
  timed "fetching the peers to measure against" peers ||
    die "npm could not install benches/peers/package.json" "run 'npm ci --ignore-scripts' in benches/peers/ and read what it says"
fi

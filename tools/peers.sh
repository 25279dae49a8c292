#!/usr/bin/env bash
# The peers that `make bench` measures against: their published packages, whose scripts are never run here.
. "$(dirname "$0")/lib.sh"

from="$repo/benches/peers"

peers() {
  mkdir -p "$notice_peers" && cp "$from/package.json" "$from/package-lock.json" "$notice_peers/" &&
    npm --prefix "$notice_peers" ci --silent --ignore-scripts --no-audit --no-fund
}

if ! cmp -s "$from/package-lock.json" "$notice_peers/package-lock.json" || [ ! -d "$COUNCIL_NOTICE_PEERS/klaro" ]; then
  timed "fetching the peers to measure against" peers ||
    die "npm could not install benches/peers/package.json" "run 'npm ci --ignore-scripts' in benches/peers/ and read what it says"
fi

#!/usr/bin/env bash
# What turns the sources into dist/: Trunk, wasm-bindgen, wasm-opt, esbuild and terser.
. "$(dirname "$0")/lib.sh"
. "$repo/tools/cargo-tool.sh"

# wasm-bindgen's program and library must be of one version: the lock file says which.
wasm_bindgen_version() {
  sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"/\1/p}' "$repo/Cargo.lock"
}

npm_tools() {
  cp "$repo/tools/package.json" "$repo/tools/package-lock.json" "$notice_tools/" &&
    npm --prefix "$notice_tools" ci --silent --no-audit --no-fund
}

cargo_tool trunk trunk 0.21.14 0 --no-default-features --features rustls
# Not level 0: it reads megabytes of debug build in every test run.
cargo_tool wasm-bindgen-cli wasm-bindgen "$(wasm_bindgen_version)" 1

have npm || apt_install "for wasm-opt, esbuild and terser" nodejs npm
if ! cmp -s "$repo/tools/package-lock.json" "$notice_tools/package-lock.json" || [ ! -x "$notice_tools/node_modules/.bin/wasm-opt" ]; then
  timed "installing wasm-opt, esbuild, terser and axe-core" npm_tools ||
    die "npm could not install tools/package.json" "run 'npm ci' in tools/ and read what it says"
fi

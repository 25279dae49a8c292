#!/usr/bin/env bash
# The program for the packages: `tools/package-programs.sh FOLDER` writes council-notice and council-notice.exe into it. They carry
# target/engine/engine.zip, and are the same bytes wherever they are built by the same compiler.
. "$(dirname "$0")/lib.sh"
cd "$repo"

out="${1:?name the folder to fill}"
rust="$(tools/package-targets.sh)"
if [ "$rust" = debian ]; then export RUSTC=/usr/bin/rustc CARGO=/usr/bin/cargo; fi

# No path of this machine goes into them, and no time.
flags="\"--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=\", \"--remap-path-prefix=$repo=\""
program() {
  local target="$1" more="${2:-}"
  nice "${CARGO:-cargo}" build --quiet --release --locked --package publish --features embedded --target "$target" \
    --config "target.$target.rustflags = [$flags$more]"
}

say "building council-notice for Linux and for Windows, with ${rust}'s Rust"
mkdir -p "$out"
program x86_64-unknown-linux-musl
cp target/x86_64-unknown-linux-musl/release/council-notice "$out/"
program x86_64-pc-windows-gnu ', "-C", "link-arg=-Wl,--no-insert-timestamp"'
cp target/x86_64-pc-windows-gnu/release/council-notice.exe "$out/"

# What it is linked with has licences of its own.
if [ "$rust" = debian ]; then
  cp /usr/share/doc/libstd-rust-web-dev/copyright "$out/licences-rust.txt"
else
  cp "$(rustc --print sysroot)/share/doc/rust/COPYRIGHT-library.html" "$out/licences-rust.html"
fi

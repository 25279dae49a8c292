#!/usr/bin/env bash
# Debian's Rust made able to build for wasm32.
. "$(dirname "$0")/lib.sh"
. "$repo/tools/debian-std.sh"

debian_compiler
apt_install "formatting and lints" rustfmt-web rust-web-clippy

# The linker must be of the LLVM that the compiler was built with.
llvm="$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')"
apt_install "the linker for wasm32" "lld-$llvm"
bin="/usr/lib/rustlib/$(uname -m)-unknown-linux-gnu/bin"
as_root mkdir -p "$bin"
as_root ln -sf "/usr/bin/wasm-ld-$llvm" "$bin/rust-lld"

debian_std wasm32-unknown-unknown

if have rustup && [ "$(readlink "${RUSTUP_HOME:-$HOME/.rustup}/toolchains/debian")" != /usr ]; then
  say "telling rustup of Debian's Rust"
  rustup toolchain link debian /usr
fi
touch "$notice_cache/debian-rust"

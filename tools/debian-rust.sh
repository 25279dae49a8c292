#!/usr/bin/env bash
# Debian's Rust made able to build for wasm32: its packages hold the standard library's source with every
# dependency, so the target is built here once and nothing is downloaded that apt does not sign.
. "$(dirname "$0")/lib.sh"

target=wasm32-unknown-unknown
host="$(uname -m)-unknown-linux-gnu"
rustlib=/usr/lib/rustlib
lib="$rustlib/$target/lib"

apt_install "the compiler" rustc-web cargo-web rustfmt-web rust-web-clippy rust-web-src build-essential

# The linker must be of the LLVM that the compiler was built with.
llvm="$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')"
apt_install "the linker for wasm32" "lld-$llvm"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

build_std() {
  mkdir "$work/src" && : >"$work/src/lib.rs" || return
  # Without fat LTO no bitcode is embedded in the library, and a release build with LTO fails later.
  cat >"$work/Cargo.toml" <<'TOML' || return
[package]
name = "empty"
edition = "2021"
[profile.release]
lto = "fat"
TOML
  # RUSTC_BOOTSTRAP, as cargo calls -Zbuild-std unstable; the compiler itself is the stable one.
  (cd "$work" && RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc CARGO_TARGET_DIR="$work/target" \
    /usr/bin/cargo build --quiet --release --target $target \
    -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test) || return
  rm -f "$work/target/$target/release/deps"/libempty-* &&
    as_root rm -rf "$lib" &&
    as_root mkdir -p "$lib" "$rustlib/$host/bin" &&
    as_root cp "$work/target/$target/release/deps/"*.rlib "$lib/" &&
    as_root ln -sf "/usr/bin/wasm-ld-$llvm" "$rustlib/$host/bin/rust-lld" &&
    /usr/bin/rustc -vV | as_root tee "$lib/built-by" >/dev/null
}

if ! cmp -s <(/usr/bin/rustc -vV) "$lib/built-by"; then
  timed "building the standard library for $target" build_std ||
    die "the standard library could not be built" "is rust-web-src of the same version as rustc-web?"
fi

if have rustup && [ "$(readlink "${RUSTUP_HOME:-$HOME/.rustup}/toolchains/debian")" != /usr ]; then
  say "telling rustup of Debian's Rust"
  rustup toolchain link debian /usr
fi
touch "$notice_cache/debian-rust"

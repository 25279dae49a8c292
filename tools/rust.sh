#!/usr/bin/env bash
# Rust that builds for the host and for wasm32, with clippy and rustfmt: rustup's where it can download, else Debian's.
# COUNCIL_NOTICE_RUST=debian skips rustup.
. "$(dirname "$0")/lib.sh"

target=wasm32-unknown-unknown
wanted="$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$repo/Cargo.toml")"

new_enough() {
  have rustc && have cargo || return 1
  local found
  found="$(rustc --version 2>/dev/null | cut -d' ' -f2)" && [ -n "$found" ] &&
    [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -1)" = "$wanted" ]
}

has_target() { compgen -G "$(rustc --print target-libdir --target $target)/libstd-*.rlib" >/dev/null; }
has_lints() { cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1; }

rustup_way() {
  unset RUSTUP_TOOLCHAIN
  new_enough && has_target && has_lints && return 0
  have rustup && new_enough || return 1
  say "asking rustup for $target, clippy and rustfmt"
  # A blocked network may hang rather than refuse.
  timeout 300 rustup --quiet target add $target && timeout 300 rustup --quiet component add clippy rustfmt
}

if [ ! -e "$notice_cache/debian-rust" ] && [ "${COUNCIL_NOTICE_RUST:-}" != debian ] && rustup_way; then
  exit
fi
[ -e "$notice_cache/debian-rust" ] || say "rustup cannot provide $target: using Debian's Rust"
"$repo/tools/debian-rust.sh"
. "$repo/tools/env.sh"
new_enough || die "Rust $wanted or newer is needed, Debian has $(rustc --version 2>/dev/null || echo none)" \
  "install it with rustup, with the target $target"

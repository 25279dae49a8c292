# Sourced (bash) after lib.sh: Debian's Rust, and its standard library built here for other targets. The packages hold the
# library's source with every dependency, so nothing is downloaded that apt does not sign.

# debian_compiler: installs what builds the library.
debian_compiler() { apt_install "the compiler" rustc-web cargo-web rust-web-src build-essential; }

# debian_has TARGET: whether the library is there, built by the compiler that is there.
debian_has() { cmp -s <(/usr/bin/rustc -vV 2>/dev/null) "/usr/lib/rustlib/$1/lib/built-by"; }

# debian_std TARGET [COMMAND…]: builds it where it is not. The command, given one more argument, adds to the folder of that name
# what programs for the target are linked with.
debian_std() {
  debian_has "$1" || timed "building the standard library for $1" debian_build "$@" ||
    die "the standard library could not be built for $1" "is rust-web-src of the same version as rustc-web?"
}

debian_build() (
  target="$1" lib="/usr/lib/rustlib/$1/lib"
  shift
  work="$(mktemp -d)" || exit
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/src" "$work/lib" && : >"$work/src/lib.rs" || exit
  # Without fat LTO no bitcode is embedded in the library, and a release build with LTO fails later.
  cat >"$work/Cargo.toml" <<'TOML' || exit
[package]
name = "empty"
edition = "2021"
[profile.release]
lto = "fat"
TOML
  # RUSTC_BOOTSTRAP, as cargo calls -Zbuild-std unstable; the compiler itself is the stable one.
  (cd "$work" && RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc CARGO_TARGET_DIR="$work/target" \
    nice /usr/bin/cargo build --quiet --release --target "$target" \
    -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test) || exit
  rm -f "$work/target/$target/release/deps"/libempty-* &&
    cp "$work/target/$target/release/deps/"*.rlib "$work/lib/" &&
    { [ $# = 0 ] || "$@" "$work/lib"; } &&
    /usr/bin/rustc -vV >"$work/lib/built-by" &&
    as_root rm -rf "$lib" && as_root mkdir -p "$lib" && as_root cp -R "$work/lib/." "$lib/"
)

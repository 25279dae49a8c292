# Sourced (bash) after lib.sh: programs that cargo compiles, into the cache.

# cargo_tool CRATE BINARY VERSION OPT_LEVEL [FLAG…]: skipped when the binary in the cache answers with that version.
cargo_tool() {
  local crate="$1" binary="$2" version="$3" level="$4"
  shift 4
  # Some of cargo's subcommands answer only as such.
  case "$("$notice_tools/bin/$binary" --version 2>/dev/null || "$notice_tools/bin/$binary" "${binary#cargo-}" --version 2>/dev/null)" in *" $version"* | *" v$version"*) return 0 ;; esac
  apt_install "to compile tools" build-essential
  timed "installing $crate $version" cargo_install "$crate" "$version" "$level" "$@" ||
    die "$crate $version could not be installed" "run 'cargo install $crate --version $version' and read what it says"
}

# These run for seconds a day: compiling them fast matters more than running them fast. In a shell of its own, so that nothing else
# is compiled so.
cargo_install() (
  crate="$1" version="$2" level="$3" log="$notice_cache/$1.log"
  shift 3
  export CARGO_PROFILE_RELEASE_OPT_LEVEL="$level" CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_DEBUG=0 \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256
  install=(cargo install "$crate" --version "$version" --root "$notice_tools" --force "$@")
  # A registry mirror may not hold every version of the crate's own lock file yet: any that fit will do.
  "${install[@]}" --locked >"$log" 2>&1 || "${install[@]}" >"$log" 2>&1 || {
    tail -20 "$log" >&2
    return 1
  }
)

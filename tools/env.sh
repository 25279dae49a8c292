# Sourced (bash) by the Makefile, by the installer and by hand: where the tools are and which Rust is in use.
# Whoever sources it needs nothing else for cargo, trunk and the tests.

notice_cache="${XDG_CACHE_HOME:-$HOME/.cache}/council-notice"
notice_tools="$notice_cache/tools"

case ":$PATH:" in
*":$notice_tools/bin:"*) ;;
*) export PATH="$notice_tools/bin:$notice_tools/node_modules/.bin:$PATH" ;;
esac

# The installer notes here that rustup had nothing to offer and Debian's Rust builds everything, host and wasm32 alike.
if [ -e "$notice_cache/debian-rust" ] && command -v rustup >/dev/null; then
  export RUSTUP_TOOLCHAIN=debian
fi

# Component tests: wasm-bindgen's runner starts the browser through this driver.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
export CHROMEDRIVER="${CHROMEDRIVER:-/usr/bin/chromedriver}"
# Page tests: the accessibility rules they inject.
export COUNCIL_NOTICE_AXE="$notice_tools/node_modules/axe-core/axe.min.js"

# What visitors download tells no path of the machine that built it (and is smaller for it).
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src="

# What `make bench` measures against; nothing else needs it.
notice_peers="$notice_cache/peers"
export COUNCIL_NOTICE_PEERS="$notice_peers/node_modules"

# What other people build pages with, for the page trials among them.
notice_hosts="$notice_cache/hosts"
export COUNCIL_NOTICE_HOSTS="$notice_hosts/node_modules"

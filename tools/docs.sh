#!/usr/bin/env bash
# What turns docs/ into the manual: mdBook.
. "$(dirname "$0")/lib.sh"
. "$repo/tools/cargo-tool.sh"

# Its search is kept, its own server is not: `make demo` has one.
cargo_tool mdbook mdbook 0.5.4 0 --no-default-features --features search

#!/usr/bin/env bash
# What holds dependencies against deny.toml: cargo-deny.
. "$(dirname "$0")/lib.sh"
. "$repo/tools/cargo-tool.sh"

cargo_tool cargo-deny cargo-deny 0.20.2 0 --no-default-features

#!/usr/bin/env bash
# The three engines and their drivers, for the tests.
. "$(dirname "$0")/lib.sh"
. "$repo/tools/cargo-tool.sh"

apt_install "the engines that the tests drive" \
  chromium chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-dejavu-core nginx-light
cargo_tool geckodriver geckodriver 0.37.1 0

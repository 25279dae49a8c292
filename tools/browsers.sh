#!/usr/bin/env bash
# The three engines and their drivers, for the tests.
. "$(dirname "$0")/lib.sh"
. "$repo/tools/cargo-tool.sh"

apt_install "the engines that the tests drive" \
  chromium chromium-headless-shell chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-dejavu-core nginx-light libjs-prototype libjs-mootools
cargo_tool geckodriver geckodriver 0.37.1 0

# What people have their notices in: for `make full` alone.
if [ -n "${COUNCIL_NOTICE_FULL:-}" ]; then
  apt_install "what a test makes documents with" libreoffice-writer
fi

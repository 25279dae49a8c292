# Every command of the project; `make` alone lists them. Tools are kept outside the checkout (see tools/env.sh).
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo engine program package trials release release-ready publish docs test full bench growth speed lint components rules native clean build-tools test-tools

PORT ?= 8080
env := . tools/env.sh &&
say := printf '==> %s\n'
# Folders are among them, so that a removed file counts as a change.
files = $(shell find $(1) 2>/dev/null) Cargo.toml Cargo.lock
engine := target/engine/engine.zip

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

demo: publish docs ## build everything and serve the demo site, with the manual in manual/ (PORT=8080)
	@rm -rf dist/manual && cp -R target/docs dist/manual
	@$(say) 'building and starting the server'
	@$(env) exec cargo run --quiet --locked --example serve -- dist --port $(PORT)

publish: engine dist/council-notice.js ## write dist/, ready for any static host

dist/council-notice.js: $(engine) $(call files,crates/*/src crates/*/*.toml crates/publish/init crates/publish/strings notices public site.toml)
	@$(say) 'building dist/'
	@$(env) cargo run --quiet --locked --package publish -- build --out dist --strict

program: engine ## build the program council-notice in one file, into target/release/
	@$(say) 'building council-notice'
	@$(env) cargo build --release --locked --package publish --features embedded

package: engine ## make every package that people install, into target/package/
	@tools/package.sh

trials: package publish ## install every package where a user would be, and use it
	@tests/packages/run.sh

release: release-ready package ## make the packages, and say who tags and signs
	@tools/release.sh

# Asked before anything is built, and again for what was built.
release-ready:
	@tools/release.sh ready

engine: build-tools $(engine) ## build what is the same for every site

$(engine): $(call files,src crates/notice crates/ui/src crates/engine crates/publish/src/engine.rs crates/publish/src/pack.rs crates/publish/src/widget.rs www) Trunk.toml tools/licences.sh LICENSE
	@$(say) 'building the engine'
	@$(env) cargo fetch --quiet --locked && trunk build --release --locked --offline

docs: ## build the manual, into target/docs/
	@tools/rust.sh
	@tools/docs.sh
	@$(say) 'building the manual'
	@$(env) mdbook build docs

test: test-tools lint publish components rules native ## install browsers, then run every check there is

# The page trials that are long run with these alone: whole galleries, every fault with every action, real servers.
full: export COUNCIL_NOTICE_FULL := 1
full: test docs growth speed others trials ## everything in `make test`, and what takes long: before an issue is called done

bench: growth test-tools publish ## measure it beside its peers, into target/bench/ (COUNCIL_NOTICE_ROUNDS=5)
	@tools/peers.sh
	@$(say) 'measuring side by side'
	@# A development build: it only serves and counts, alike for all.
	@$(env) cargo bench --quiet --locked --profile dev --bench peers

growth: build-tools ## measure 10, 100 and 1,000 notices, into target/bench/
	@$(say) 'checking and publishing many notices'
	@# A development build, as `make publish` runs it.
	@$(env) cargo bench --quiet --locked --profile dev --package publish --bench growth

speed: build-tools ## bring in 5 MB of each format, as a release of the program does
	@$(say) 'building the importer as it is released, and bringing in long sources'
	@$(env) cargo test --quiet --locked --release --package source --test import -- five_megabytes --nocapture

others: test-tools $(engine) ## the tests that need other programs: LibreOffice, Apache, PHP
	@$(say) 'testing with LibreOffice, Apache and PHP'
	@$(env) cargo test --locked --package publish --features embedded --test publish -- --ignored --skip the_original

lint: test-tools ## formatting and clippy, for the host and for wasm32
	@$(say) 'checking formatting'
	@$(env) cargo fmt --all --check
	@$(say) 'holding dependencies against deny.toml'
	@# It asks nobody, and so needs what a fresh machine has yet to fetch.
	@$(env) cargo fetch --quiet --locked
	@$(env) cargo deny --locked --offline --log-level error check licenses bans sources
	@$(say) 'linting'
	@# A test that `cargo test` leaves out is no target of `--all-targets`.
	@$(env) cargo clippy --quiet --locked --workspace --all-targets --test fuzz -- -D warnings
	@$(env) cargo clippy --quiet --locked --target wasm32-unknown-unknown $(addprefix --package ,council-notice ui source law notice) --lib --bin widget --bin kiosk --bin audit --test components --test check -- -D warnings

components: test-tools ## component tests, in a browser
	@$(say) 'testing the components in a browser'
	@mkdir -p target
	@$(env) cargo test --locked --target wasm32-unknown-unknown --package ui --test components |& tee target/components.log
	@# Built for the wrong target these files hold no test and would pass.
	@grep -Eq '^test result: ok\. [1-9]' target/components.log

rules: test-tools ## the rules as a browser runs them: wasm32, in Node
	@$(say) 'testing the rules as wasm32'
	@mkdir -p target
	@$(env) cargo test --locked --target wasm32-unknown-unknown --package notice --package source --lib --test check |& tee target/rules.log
	@# As above: the rules of notices, the parser's, and those of the law.
	@test "$$(grep -Ec '^test result: ok\. [1-9]' target/rules.log)" = 3

native: test-tools publish ## the rules natively, then whole pages in three engines
	@$(say) 'testing the rules, then whole pages in three engines; meanwhile the parser with a minute of damage'
	@mkdir -p target
	@$(env) nice cargo test --quiet --locked --package publish --features embedded --test fuzz -- --nocapture >target/fuzz.log 2>&1 & fuzz=$$!; \
	  tests=0; { $(env) cargo test --quiet --locked --workspace --features publish/embedded --no-fail-fast; } || tests=$$?; \
	  damage=0; wait $$fuzz || damage=$$?; \
	  cat target/fuzz.log; exit $$((tests | damage))

clean: ## remove what was built (the tools stay)
	rm -rf dist target

build-tools:
	@tools/rust.sh
	@tools/build-tools.sh

test-tools: build-tools
	@tools/browsers.sh
	@tools/hosts.sh
	@tools/deny.sh

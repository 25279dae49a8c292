# Every command of the project; `make` alone lists them. Tools are kept outside the checkout (see tools/env.sh).
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo publish docs test bench growth lint components rules native clean build-tools test-tools

PORT ?= 8080
env := . tools/env.sh &&
say := printf '==> %s\n'
# Folders are among them, so that a removed file counts as a change.
sources := $(shell find src crates/*/src crates/*/Cargo.toml www notices 2>/dev/null) Cargo.toml Cargo.lock Trunk.toml

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

demo: publish docs ## build everything and serve the demo site, with the manual in manual/ (PORT=8080)
	@rm -rf dist/manual && cp -R target/docs dist/manual
	@$(say) 'building and starting the server'
	@$(env) exec cargo run --quiet --locked --example serve -- dist --port $(PORT)

publish: build-tools dist/council-notice.js ## write dist/, ready for any static host

dist/council-notice.js: $(sources)
	@$(say) 'building dist/'
	@$(env) cargo fetch --quiet --locked && trunk build --release --locked --offline

docs: ## build the manual, into target/docs/
	@tools/rust.sh
	@tools/docs.sh
	@$(say) 'building the manual'
	@$(env) mdbook build docs

test: test-tools lint publish components rules native ## install browsers, then run every check there is

bench: growth test-tools publish ## measure it beside its peers, into target/bench/ (COUNCIL_NOTICE_ROUNDS=5)
	@tools/peers.sh
	@$(say) 'measuring side by side'
	@# A development build: it only serves and counts, alike for all.
	@$(env) cargo bench --quiet --locked --profile dev --bench peers

growth: build-tools ## measure 10, 100 and 1,000 notices, into target/bench/
	@$(say) 'checking and publishing many notices'
	@# A development build, as `make publish` runs it.
	@$(env) cargo bench --quiet --locked --profile dev --package publish --bench growth

lint: test-tools ## formatting and clippy, for the host and for wasm32
	@$(say) 'checking formatting'
	@$(env) cargo fmt --all --check
	@$(say) 'linting'
	@$(env) cargo clippy --quiet --locked --workspace --all-targets -- -D warnings
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
	@$(env) nice cargo test --quiet --locked --package publish --test fuzz -- --nocapture >target/fuzz.log 2>&1 & fuzz=$$!; \
	  tests=0; { $(env) cargo test --quiet --locked --workspace --no-fail-fast; } || tests=$$?; \
	  damage=0; wait $$fuzz || damage=$$?; \
	  cat target/fuzz.log; exit $$((tests | damage))

clean: ## remove what was built (the tools stay)
	rm -rf dist target

build-tools:
	@tools/rust.sh
	@tools/build-tools.sh

test-tools: build-tools
	@tools/browsers.sh

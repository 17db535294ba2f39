# A short front for CMake: the variants are in CMakePresets.json.

# The variant that `make test` compiles: dev, asan or tsan.
# `make` and `make test` have a tree each: what is published runs optimised and without asserts,
# what is tested has them. One tree for both would save a minute on a new machine and leave it open
# which of the two was tested.
PRESET ?= dev

.PHONY: site serve test golden lint format site-check browser lighthouse bench bench-serve bench-micro clean
SHELL = bash
.SHELLFLAGS = -o pipefail -c
.NOTPARALLEL: # the set-up comes first, and Ninja fills the processors by itself

site: setup-build build/release/build.ninja
	@cmake --build --preset release
	@build/release/generator/lamppost build
	@echo "The catalogue is in public/."

serve: setup-build build/release/build.ninja
	@cmake --build --preset release
	@build/release/generator/lamppost serve --open $(ARGS)

test: setup-test build/$(PRESET)/build.ninja
	@cmake --build --preset $(PRESET)
	@ctest --preset $(PRESET) --parallel $$(nproc)

golden: setup-test build/dev/build.ninja
	@cmake --build --preset dev
	@LAMPPOST_UPDATE_GOLDEN=1 ctest --preset dev --label-regex golden
	@LAMPPOST_UPDATE_GOLDEN=1 ctest --preset dev --tests-regex "the page for contributors has"

sources = git ls-files -z --cached --others --exclude-standard '*.cpp' '*.h'

format: setup-lint
	@$(sources) | xargs --null --no-run-if-empty clang-format -i

lint: setup-lint build/dev/build.ninja build/tidy/build.ninja
	@$(sources) | xargs --null --no-run-if-empty clang-format --dry-run -Werror
	@cmake --build --preset dev --target all all_verify_interface_header_sets
	@ctest --preset dev --label-regex house
	@cmake --build --preset tidy

site-check: setup-site build/release/build.ninja
	@cmake --build --preset release
	@tests/site/run
	@tests/formats/run
	@tests/forge/run

browser: setup-browser build/release/build.ninja
	@cmake --build --preset release
	@tests/browser/run
	@tests/decap/run

lighthouse: setup-browser build/release/build.ninja
	@cmake --build --preset release
	@tests/browser/run --lighthouse

# 100000 is measured where it is asked for: Hugo needs minutes and many gigabytes for each build.
SIZES ?= 1000 10000

bench: setup-bench build/release/build.ninja
	@cmake --build --preset release
	@tests/bench/bench.py $(SIZES)

bench-serve: setup-bench build/release/build.ninja
	@cmake --build --preset release
	@tests/bench/serve_latency.py $(SIZES)

bench-micro: setup-bench build/bench/build.ninja
	@cmake --build --preset bench
	@build/bench/tests/bench/micro/lamppost_micro $(ARGS)

clean:
	@rm -rf build public .lamppost

setup-%:
	@.ci/setup $*

# A changed preset starts from an empty folder, as nothing in the old one was made with it.
build/%/build.ninja: CMakePresets.json
	@rm -rf build/$*
	@cmake --preset $* >/dev/null

# Ninja doesn't know that clang-tidy read this.
build/tidy/build.ninja: .clang-tidy

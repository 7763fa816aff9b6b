# sayso: what happened, and on whose say-so.
#
#   make        build/sayso, release, warnings as errors
#   make run    the same, installing what is missing, then reads a sample report
#   make test   every test, with assertions on
#   make bench  quality and speed as a table, and as JSON in build-bench/bench.json
#   make check  formatting, clang-tidy, sanitizers and short fuzzing: what CI runs beside the tests
#   make golden rewrites the expected readings of tests/golden: read the diff before you commit it

.PHONY: all build run test bench check format tidy sanitize golden install clean packages test-packages
SAMPLE := examples/reports/dravica.txt
PREFIX ?= /usr/local

all: build
build:
	@cmake --preset release > build-release.log 2>&1 || { cat build-release.log; rm -f build-release.log; \
	  echo "Something is missing? 'make packages' installs what the build needs."; exit 1; }
	@rm -f build-release.log
	@cmake --build build

run: packages build
	@build/sayso read --format text $(SAMPLE)

test: test-packages
	@cmake --preset dev
	@cmake --build build-dev
	@ctest --test-dir build-dev --output-on-failure --parallel 2

bench: test-packages
	@cmake --preset bench
	@cmake --build build-bench
	@python3 bench/run.py --build build-bench --json build-bench/bench.json
	@build-bench/bench/warc 2> /dev/null
	@bench/readability/run ../shared/data/html/pages

check: format tidy sanitize

SOURCES = $(shell git ls-files '*.cc' '*.h')
format: test-packages
	@clang-format-14 --dry-run --Werror $(SOURCES)
tidy: test-packages
	@cmake --preset dev > /dev/null
	@run-clang-tidy-14 -quiet -extra-arg=-Wno-unknown-warning-option -p build-dev $(filter-out bench/% tests/% %_test.cc,$(filter %.cc,$(SOURCES)))
sanitize: test-packages
	@cmake --preset asan
	@cmake --build build-asan
	@ctest --test-dir build-asan --output-on-failure --parallel 2 -R 'unit|fuzz'

golden: test-packages
	@cmake --preset dev > /dev/null
	@cmake --build build-dev --target golden_test
	@build-dev/tests/golden_test --rewrite

install: build
	cmake --install build --prefix $(PREFIX)

packages:
	@packages/install build
test-packages:
	@packages/install build test

clean:
	rm -rf build build-dev build-asan build-bench

# The two commands: `make demo` and `make test`. Both set up and build first.
PRESET ?= release
BUILD  := build/$(PRESET)
JOBS   ?= $(shell nproc)

.PHONY: help setup build test demo clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'

setup: ## install the Debian packages that are missing
	@packaging/setup packages.txt

build: setup ## configure and compile
	@[ -f $(BUILD)/build.ninja ] || cmake --preset $(PRESET) >/dev/null
	@cmake --build --preset $(PRESET) --parallel $(JOBS)

test: build ## build and run the tests
	@ctest --preset $(PRESET) --parallel $(JOBS)

demo: build ## check two bundled dossiers and write their reports
	@packaging/demo $(BUILD)

clean: ## remove what was built
	rm -rf build

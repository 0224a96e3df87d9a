# Assay's verbs. `make` alone lists them.

PREFIX ?= /usr/local
BINARY := .build/release/assay
SWIFT_FLAGS := --disable-sandbox

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup build run test pages docs lint bench faults fuzz sanitize install clean

help: ## List the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing (Debian packages; with sudo when not root)
	@.ci/setup

build: setup ## Build the release binary, .build/release/assay
	swift build -c release --static-swift-stdlib $(SWIFT_FLAGS) --product assay

run: build ## Build, lay the samples where nothing is yet, do one pass, and show what happened
	@.ci/first-look

# Cold builds only find an import that no dependency declares when they are told to look.
test: setup ## Build and run every test
	swift build --build-tests $(SWIFT_FLAGS) --explicit-target-dependency-import-check error
	swift test --skip-build $(SWIFT_FLAGS) --disable-xctest --parallel

# Needs Chromium and, from PyPI, axe-playwright-python and playwright.
pages: build ## Look at every page in a browser: accessibility, widths, light and dark
	Tests/Pages/check

docs: build ## Make the guides a website in .build/docs, and the lists of finding codes anew
	@.ci/docs

lint: ## Check format, import walls and habits
	swift format lint --strict --recursive --parallel Sources Tests Package.swift
	@.ci/walls
	@.ci/habits

# The peer needs lxml (python3-lxml, or from PyPI); without it the peer is left out.
bench: build ## Measure speed beside the floor and a Python peer (ROUNDS=3), into Tests/Benchmarks/RESULTS.md
	Tests/Benchmarks/run --rounds $(or $(ROUNDS),3)

faults: build ## Kill, fill and starve passes, and compare what they leave (EVERY=4: each fourth place)
	Tests/Faults/run --every $(or $(EVERY),1)

fuzz: setup ## Throw damaged input at every reader (MINUTES=10)
	Tests/Fuzz/run --minutes $(or $(MINUTES),10)

# Needs valgrind.
sanitize: setup ## Run tests under address and thread sanitizers, and a pass under valgrind
	Tests/Sanitizers/run

# The installed binary is stripped; the built one stays whole, for whoever has to look into it.
install: build ## Install binary, manual, completions, systemd unit and crontab below PREFIX (/usr/local)
	install -D -s -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/assay"
	install -d "$(DESTDIR)$(PREFIX)/lib/systemd/system" "$(DESTDIR)$(PREFIX)/share/assay"
	sed 's|@PREFIX@|$(PREFIX)|g' Sources/assay/System/assay.service >"$(DESTDIR)$(PREFIX)/lib/systemd/system/assay.service"
	sed 's|@PREFIX@|$(PREFIX)|g' Sources/assay/System/assay.cron >"$(DESTDIR)$(PREFIX)/share/assay/assay.cron"
	install -d $(addprefix "$(DESTDIR)$(PREFIX)"/share/,man/man1 bash-completion/completions zsh/site-functions fish/vendor_completions.d)
	$(BINARY) --generate-manual >"$(DESTDIR)$(PREFIX)/share/man/man1/assay.1"
	$(BINARY) --generate-completion-script bash >"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/assay"
	$(BINARY) --generate-completion-script zsh >"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_assay"
	$(BINARY) --generate-completion-script fish >"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/assay.fish"

clean: ## Remove what was built; the workspace stays
	swift package clean

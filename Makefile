.PHONY: help serve test bench fuzz corpus system lock
PYTHON ?= python3.11
BIN := .venv/bin
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
PACKAGES := libreoffice-writer-nogui python3-uno poppler-utils fonts-liberation chromium libatomic1

help: ## what there is to make
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/'

.venv/runtime: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || ($(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq python3.11-venv)
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# The validator of the pages; what it needs to run is Node, and Playwright brings one.
.venv/html: tests/pages/validator/package-lock.json | .venv/runtime
	@command -v npm >/dev/null || ($(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends npm)
	@mkdir -p $@ && cp tests/pages/validator/package*.json $@
	npm ci --prefix $@ --silent --ignore-scripts --no-audit --no-fund
	@touch $@

.venv/dev: .venv/runtime .venv/html requirements-dev.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

system: ## the Debian packages that PDF and the tests need
	@command -v soffice >/dev/null && command -v chromium >/dev/null && command -v pdftotext >/dev/null && /usr/bin/python3 -c "import uno" 2>/dev/null && \
	  /sbin/ldconfig -p | grep -q libatomic.so.1 || \
	  ($(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $(PACKAGES))

lock: ## pin what pyproject.toml asks for
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group dev -c requirements.lock -o requirements-dev.lock

serve: .venv/runtime ## set up and serve on 127.0.0.1:8000
	$(BIN)/kehoach serve

test: .venv/dev system ## set up and pass the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -n 2 --dist loadfile $(if $(CI),--randomly-seed=30)

corpus: .venv/dev ## the reader on ../shared/corpus: scores, gains and losses, reliability
	$(BIN)/python -m tools.corpus

fuzz: .venv/dev ## 20 000 mutations of the samples, read
	$(BIN)/python -m tools.fuzz

bench: .venv/dev ## what we claim, measured
	$(BIN)/python -m benchmarks.render
	$(BIN)/python -m benchmarks.peers
	$(BIN)/python -m benchmarks.read
	$(BIN)/python -m benchmarks.layout
	@if command -v wrk >/dev/null; then $(BIN)/python -m benchmarks.http; else echo "http: install wrk"; fi

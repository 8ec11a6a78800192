# Everything a developer or an operator does by hand. `make` alone lists it.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
REQUIREMENTS := .venv/requirements.stamp
PROJECT := .venv/project.stamp
MODULES := frontend/node_modules/.stamp
CLIENT := node_modules/.cache/client
APP := frontend/dist/index.html

CODE := $(wildcard api domain migrations openapi tests)
APP_SOURCES := $(shell find frontend/src frontend/public -type f 2>/dev/null) \
	frontend/index.html frontend/docs.html frontend/vite.config.ts

.PHONY: help install run dev test test-python test-app journeys check check-python check-app check-client \
	format generate bench trust lock clean

help: ## List what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(PROJECT) $(APP) ## Install everything and build the app

run: install ## Serve the product on http://127.0.0.1:8000 (PORT, DATABASE_URL, THROUGHLINE_…)
	@exec $(BIN)/throughline serve

dev: $(PROJECT) $(MODULES) ## Serve the app alone with live reload, beside a running `make run`
	@cd frontend && exec npm run --silent dev

test: test-app journeys test-python ## Run all tests

test-python: $(PROJECT) $(APP)
	$(BIN)/pytest -n auto

test-app: $(MODULES)
	cd frontend && npm run --silent test

journeys: $(PROJECT) $(APP)
	cd frontend && npm run --silent journeys

check: check-python check-app check-client ## Everything that reads the code without running it

check-python: $(PROJECT)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy $(CODE)
	$(BIN)/lint-imports

check-app: $(MODULES)
	cd frontend && npm run --silent check

check-client: $(MODULES)
	@cd frontend && rm -rf $(CLIENT) && THROUGHLINE_CLIENT=$(CLIENT) npm run --silent generate >/dev/null
	@cd frontend && diff -r $(CLIENT) src/api || \
		{ echo "frontend/src/api does not follow openapi/openapi.json: run make generate." >&2; exit 1; }

format: $(PROJECT) $(MODULES) ## Format the code and mend what can be mended by itself
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format
	cd frontend && npm run --silent format

generate: $(PROJECT) $(MODULES) ## Write the OpenAPI document and the app's client anew
	$(BIN)/python -m openapi.export
	cd frontend && npm run --silent generate

bench: $(PROJECT) $(APP) ## Measure against the targets
	$(BIN)/pytest -s -p no:randomly -p no:xdist tests/benchmarks
	@cd frontend && npm run --silent bench

trust: $(PROJECT) ## Try 2,000 generated cases against the contract
	THROUGHLINE_TRUST_CASES=2000 $(BIN)/pytest -n auto tests/api/test_contract.py

lock: $(REQUIREMENTS) ## Settle the versions anew after a change of requirements (UPGRADE=1: the newest)
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade) --quiet -o requirements.lock
	cd frontend && npm install --package-lock-only --ignore-scripts

clean: ## Remove what was installed or built; data under var/ stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -rf frontend/node_modules frontend/dist frontend/test-results frontend/playwright-report
	find api domain migrations openapi tests -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Throughline needs Python 3.11 or later." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

# uv, itself from the lock, installs the rest in seconds; where it cannot, pip does the same slowly.
$(REQUIREMENTS): requirements.lock | $(BIN)/python
	@awk '/^[^ #]/ {wanted = /^uv==/} wanted' requirements.lock > .venv/uv.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock || \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(PROJECT): pyproject.toml $(REQUIREMENTS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(MODULES): frontend/package.json frontend/package-lock.json
	@command -v npm >/dev/null || { echo "Throughline's app is built with Node 20 or later: install it first." >&2; exit 1; }
	cd frontend && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(APP): $(MODULES) $(APP_SOURCES)
	cd frontend && npm run --silent build
	@touch $@

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup run test lint eval chaos bench lock

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-7s %s\n", $$1, $$2}'

setup: .venv/ready ## Prepare .venv: the pinned dependencies and the project itself

.venv/ready: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

run: setup ## Serve on http://127.0.0.1:8000 (PORT= for another port); works without any key
	$(BIN)/overture serve --port $(PORT)

test: setup lint ## Run every test and every check
	$(BIN)/python -m pytest -n auto

lint: setup ## Check style, types and the rooms' arrows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports --no-logo

eval: setup ## Measure the quality of every step against the accepted figures; needs no key
	$(BIN)/python -m evals
	$(BIN)/python -m evals.calibration

chaos: setup ## Kill processes at random moments, a hundred times, and count what is lost
	$(BIN)/python -m tests.chaos --kills 100
	$(BIN)/python -m tests.chaos --kills 100 --postgres
	$(BIN)/python -m tests.chaos --bulk 1000

bench: setup ## Measure speed as ratios in one run
	$(BIN)/python -m evals.speed

lock: ## Pin the dependencies anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra dev --extra studio \
		--custom-compile-command "make lock" --output-file requirements.lock pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --constraint requirements.lock \
		--custom-compile-command "make lock" --output-file requirements.service.lock pyproject.toml

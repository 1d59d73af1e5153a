# Both targets need nothing but Python (3.11 or newer) with pip; each makes .venv if it is missing.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test format clean

demo: .venv/demo
	$(BIN)/reinschrift translate seeds/articles -o out

test: .venv/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: .venv/test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf .venv out

.venv/demo: pyproject.toml
	@echo "Installing into .venv; the first time this takes some minutes."
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/test: .venv/demo
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

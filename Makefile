PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test check prove fix bench clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

# A village of invented people, a messy workbook imported, tonight's list printed: see ./demo
demo: $(READY)
	$(BIN)/jiuye --home demo demo

test: $(READY)
	$(BIN)/python -m pytest -n auto -m 'not prove'

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto -m 'not prove'

# The long proofs: thousands of kills, mutations and histories
prove: $(READY)
	$(BIN)/python -m pytest -n auto -m prove

bench: $(READY)
	$(BIN)/python -m benchmarks

fix: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python tools/policy_sources.py

clean:
	rm -rf $(VENV) demo build dist

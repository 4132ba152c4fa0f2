# Two commands matter: `make run` and `make test`. Both need only Python 3.11+ and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(BIN)/uv
LOCKS  := requirements/run.txt requirements/test.txt
PORT   ?= 8501
TESTS  ?=

export UV_LINK_MODE ?= copy
export GX_ANALYTICS_ENABLED = false

.PHONY: run test check unit browser bench fuzz demo-files lock clean

run: $(VENV)/.run
	$(BIN)/tiger demo
	$(BIN)/tiger run --port $(PORT)

# Everything that CI runs, quick things first.
test: check unit browser

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/deptry .

unit: $(VENV)/.test
	$(BIN)/pytest -n auto -m "not browser" $(TESTS)

browser: $(VENV)/.test
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/pytest -m browser $(TESTS)

# Two thousand mutants of each kind; `make test` runs a hundred.
fuzz: $(VENV)/.test
	$(BIN)/pytest -n auto tests/fuzz --hypothesis-profile=nightly

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks

demo-files: $(VENV)/.test
	$(BIN)/python -m sample_data

# The locks hold hashes and name no host; write them anew after a change of pyproject.toml or *.in.
lock: $(VENV)/.uv
	$(UV) pip compile -q --universal --generate-hashes --no-header --no-annotate pyproject.toml -o requirements/run.txt
	$(UV) pip compile -q --universal --generate-hashes --no-header --no-annotate requirements/test.in -o requirements/test.txt
	$(UV) pip compile -q --universal --generate-hashes --no-header --no-annotate requirements/uv.in -o requirements/uv.txt

$(VENV)/.uv: requirements/uv.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tiger Reports needs Python 3.11 or newer: make PYTHON=python3.12 run")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	touch $@

# uv takes away what the locks do not name, so it is told to keep itself.
$(VENV)/.run: $(VENV)/.uv requirements/run.txt pyproject.toml
	$(UV) pip sync -q --python $(BIN)/python requirements/run.txt requirements/uv.txt
	$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	rm -f $(VENV)/.test
	touch $@

$(VENV)/.test: $(VENV)/.uv $(LOCKS) pyproject.toml
	$(UV) pip sync -q --python $(BIN)/python $(LOCKS) requirements/uv.txt
	$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build *.egg-info

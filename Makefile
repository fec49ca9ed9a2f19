# Two commands do all set-up: `make run` and `make test`.
PILE ?= examples/farm/articles
CASE ?= build/case
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

AXE := axe-core@4.10.2

.PHONY: run serve test check golden docs picture pictures clean

run: $(VENV)/.installed
	@mkdir -p $(dir $(CASE))
	$(BIN)/stemma build "$(PILE)" --out "$(CASE)"
	@$(BIN)/stemma report "$(CASE)" --out "$(CASE).html"

# The same case in the browser, live.
serve: run
	$(BIN)/stemma serve "$(CASE)"

test: check
	$(BIN)/pytest -n 2 --dist worksteal

check: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: $(VENV)/.tested
	$(BIN)/pytest tests/test_golden.py --rewrite-golden -q

docs: $(VENV)/.tested
	$(BIN)/python -m stemma.reference docs

# The picture in README: the report of the bundled example, as Chromium shows it.
picture: run
	chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
	  --disable-component-update --disable-sync --hide-scrollbars --force-color-profile=srgb \
	  --user-data-dir=build/browser --window-size=1200,1500 --screenshot=docs/report.png \
	  "file://$(CURDIR)/$(CASE).html"

# The app's main pages at two widths, to be looked at: build/pictures. Three of them stand in docs/serve.md.
pictures: run $(VENV)/.tested
	$(BIN)/python -m benchmarks.pictures "$(CASE)" --out build/pictures

clean:
	rm -rf $(VENV) build dist

# A machine without Python >= 3.11 or its venv module is told so; as root the module is installed.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "stemma needs Python 3.11 or newer; '$(PYTHON)' is older or missing. Set PYTHON=/path/to/python3.11." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -q && apt-get install -y -q python3-venv; \
	    else echo "Python's venv module is missing: install your system's python3-venv package." >&2; exit 1; fi; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[pdf,web]'
	@touch $@

$(VENV)/.tested: pyproject.toml | $(VENV)/bin/python build/browser.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.installed

# A browser for the tests of the app, and axe-core (MPL-2.0, for tests alone: not in this repository). Where
# they can't be had, the tests that need them are skipped and say so.
build/browser.ready:
	@mkdir -p build/axe
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  { if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -q && apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core; fi; } || \
	  echo "There is no Chromium: the tests in a browser will be skipped." >&2
	@command -v npm >/dev/null && (cd build/axe && npm pack --silent $(AXE) >/dev/null && tar xzf axe-core-*.tgz) || \
	  echo "axe-core can't be fetched with npm: the tests with it will be skipped." >&2
	@touch $@

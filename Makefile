# The few commands. `make run` serves a demo school; `make test` checks everything.

PORT ?= 5000
VENV := .venv
BIN := $(VENV)/bin
SITE := $(VENV)/.site-installed
TOOLS := $(VENV)/.tools-installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
FLASK := $(BIN)/flask --app app
CHECKED := app.py clubs tests
# `make test PYTEST="-x -k lunch"` passes words on to pytest.
PYTEST ?=

# The tzdata package, not the machine's own, older tables of time zones.
export PYTHONTZPATH :=
unexport FLASK_APP FLASK_DEBUG

.DEFAULT_GOAL := help
.PHONY: help run test check format lint types imports templates sqlite postgresql coverage \
	browser chromium translations screenshots clean

help:
	@echo "make run           a demo school on http://127.0.0.1:$(PORT) (PORT=8000 changes it)"
	@echo "make test          everything: lint, types, rules, tests on both databases, browser"
	@echo "make check         the quick part of it, before each commit"
	@echo "make format        layout and import order, mended"
	@echo "make translations  the words to translate, collected"
	@echo "make screenshots   pictures of the demo, into screenshots/"
	@echo "make clean         remove what the tools left; never data"

# --- the site -----------------------------------------------------------------------

run: export MODE := demo
run: $(SITE)
	@mkdir -p instance
	@$(FLASK) keys new --if-missing
	@$(FLASK) db upgrade
	@$(FLASK) demo fill --if-empty
	@echo "The demo school is open: http://127.0.0.1:$(PORT) (Ctrl+C closes it)"
	@exec $(BIN)/gunicorn --bind 127.0.0.1:$(PORT) --workers 2 --worker-class sync \
		--log-level warning app:app

# --- tests --------------------------------------------------------------------------

test: lint types imports templates coverage postgresql browser
	@echo "── all passed"

check: $(TOOLS)
	@$(BIN)/ruff check --quiet $(CHECKED)
	@$(BIN)/ruff format --quiet --check $(CHECKED)
	@$(BIN)/mypy --no-error-summary $(CHECKED)
	@$(BIN)/pytest -q -n0 -m "not migrated" tests/architecture

lint: $(TOOLS)
	@echo "── lint"
	@$(BIN)/ruff check $(CHECKED)
	@$(BIN)/ruff format --check $(CHECKED)

types: $(TOOLS)
	@echo "── types"
	@$(BIN)/mypy $(CHECKED)

imports: $(TOOLS)
	@echo "── who may import whom"
	@$(BIN)/lint-imports --no-logo

templates: $(TOOLS)
	@echo "── templates"
	@$(BIN)/djlint templates --lint

sqlite: $(TOOLS)
	@echo "── tests on SQLite"
	@TEST_DATABASE=sqlite $(BIN)/pytest -n 2 -m "not browser" $(COVER) $(PYTEST)

postgresql: $(TOOLS)
	@echo "── tests on PostgreSQL"
	@TEST_DATABASE=postgresql $(BIN)/pytest -n 2 -m "not browser" $(PYTEST)

coverage: $(TOOLS)
	@$(BIN)/coverage erase
	@$(MAKE) --no-print-directory sqlite COVER="--cov --cov-report="
	@echo "── coverage"
	@$(BIN)/coverage report --fail-under=95 --skip-covered --skip-empty
	@$(BIN)/coverage report --fail-under=100 --show-missing \
		--include='clubs/policy/*,clubs/belonging.py,clubs/belonging/*,clubs/seal.py'

chromium: $(TOOLS)
	@$(BIN)/python -m tests.browser.chromium --install

browser: $(TOOLS)
	@echo "── journeys in the browser, feeds in other people's calendars"
	@$(BIN)/python -m tests.browser.chromium --install
	@$(BIN)/python -m tests.feeds.programs
	@$(BIN)/pytest -n 2 --dist loadfile -m browser tests/browser $(PYTEST)

# --- by hand ------------------------------------------------------------------------

format: $(TOOLS)
	@$(BIN)/ruff check --quiet --fix-only $(CHECKED)
	@$(BIN)/ruff format --quiet $(CHECKED)

translations: $(TOOLS)
	@$(BIN)/pybabel -q extract -F pyproject.toml -k _l -o clubs/translations/messages.pot \
		--project=Kindred --no-location --sort-output .
	@for words in clubs/translations/*/LC_MESSAGES/messages.po; do \
		test -e "$$words" || continue; \
		$(BIN)/pybabel -q update -i clubs/translations/messages.pot -d clubs/translations; \
		$(BIN)/pybabel -q compile -d clubs/translations; break; \
	done

screenshots: $(TOOLS)
	@$(BIN)/python -m tests.browser.chromium --install
	@$(BIN)/python -m tests.browser.screenshots screenshots

clean:
	@rm -rf .coverage .coverage.* htmlcov .mypy_cache .pytest_cache .ruff_cache \
		.hypothesis .import_linter_cache

# --- installing: once, and again when the lists change ------------------------------

$(BIN)/python:
	@for python in python3.13 python3.12 python3.11 python3 python; do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		$$python -c 'import ensurepip, venv' 2>/dev/null || { \
			echo "Python's venv module is missing: install python3-venv." >&2; exit 1; }; \
		exec $$python -m venv $(VENV); \
	done; \
	echo "Kindred needs Python 3.11 or later: install it, then try again." >&2; exit 1

$(SITE): requirements.txt | $(BIN)/python
	@echo "── installing the site"
	@$(PIP) install -r requirements.txt
	@touch $@

$(TOOLS): tests/requirements.txt $(SITE)
	@echo "── installing the tools"
	@$(PIP) install -r tests/requirements.txt
	@touch $@

# Everything a contributor does. Needs Python 3.11 or newer and make; all else is installed into .venv.
# `make` converts the specimens in corpus/, `make test` runs every check, `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
RECORDS := build/records.ndjson
# Text, and every other form; of the scans, which take a second a page and a program that may be missing, one.
SPECIMENS = $(sort $(wildcard corpus/*.txt)) $(sort $(wildcard corpus/generated/*.txt)) \
  $(filter-out %/scan.pdf,$(sort $(foreach form,html pdf docx,$(wildcard corpus/forms/*/*.$(form))))) \
  $(if $(shell command -v tesseract),corpus/forms/0248EX/scan.png)
# What is found where a program is installed, and the package that brings it (Debian, Ubuntu).
TEST_PROGRAMS := tesseract:tesseract-ocr soffice:libreoffice-writer-nogui /usr/lib/postgresql:postgresql
CORPUS_PROGRAMS := chromium:chromium soffice:libreoffice-writer-nogui \
  /usr/share/hyphen/hyph_en_US.dic:hyphen-en-us /usr/share/fonts/truetype/liberation:fonts-liberation

# The pinned releases go into .venv and nowhere else, whatever virtual environment is active and whatever
# pip is otherwise told about targets and constraints; where it fetches packages from stays its user's choice.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX PIP_ROOT
export PIP_USER := 0
export PIP_CONSTRAINT := /dev/null
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.DEFAULT_GOAL := records
.DELETE_ON_ERROR:
.PHONY: help records venv programs test lint format types bench fuzz mutations soak warehouse-soak rules-report corpus grammars schemas rule-pages lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' Makefile

records: $(INSTALLED) ## Convert the specimens in corpus/ to records in build/, with a summary (default)
	@mkdir -p $(dir $(RECORDS))
	$(BIN)/spec-parser parse --summary $(SPECIMENS) > $(RECORDS).part
	@mv $(RECORDS).part $(RECORDS)
	@echo "The records are in $(RECORDS), one a line."

venv: $(INSTALLED) ## Make .venv from the pinned releases of requirements/dev.lock

programs: ## Install the system's programs that tests need (OCR, office), where this user may
	@requirements/programs.sh $(TEST_PROGRAMS)

test: programs lint types ## Run every check: format, lint, types, imports, generated files, tests
	$(BIN)/python -m pytest

lint: $(INSTALLED) ## Check format, style and that imports run downward only
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

format: $(INSTALLED) ## Format the code and mend what can be mended safely
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: $(INSTALLED) ## Check types
	$(BIN)/mypy

bench: $(INSTALLED) ## Measure speed, then how much of 71,000 generated pages is read right (about 5 minutes)
	$(BIN)/python -m benchmarks

fuzz: $(INSTALLED) ## Run the property tests on many random examples (EXAMPLES=20000 of each)
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -m property

mutations: $(INSTALLED) ## Read 2,000 files that went wrong on their way, and show what became of them
	$(BIN)/python -m tests.isolation

soak: $(INSTALLED) ## Kill a conversion of 2,000 sources 200 times, and compare what it ends in (about 15 minutes)
	$(BIN)/python -m benchmarks.soak

rules-report: $(INSTALLED) ## Plant each rule's fault in clean specimens: what is caught, and by whom
	$(BIN)/python -m tests.rules.report

warehouse-soak: programs $(INSTALLED) ## Kill a load into PostgreSQL at 50 random moments (about 5 minutes)
	$(BIN)/python -m tests.warehouse.killing

corpus: $(INSTALLED) ## Write the generated specimens, all expected records and all forms anew, to be reviewed as a diff
	@requirements/programs.sh $(CORPUS_PROGRAMS)
	$(BIN)/python -m tests.regenerate_expected

grammars: $(INSTALLED) ## Compile grammars/ ahead
	$(BIN)/python -m spec_parser.compile_grammars

schemas: $(INSTALLED) ## Write the JSON Schemas from the model, the data dictionary from the tables
	$(BIN)/python -m spec_parser.generate_schemas
	$(BIN)/python -m spec_parser.generate_dictionary

rule-pages: $(INSTALLED) ## Write docs/rules/ from what the rules say of themselves
	$(BIN)/python -m spec_parser.generate_rule_pages

# Some releases leave out early 3.11s: pin with the oldest Python at hand, as in `make lock PYTHON=/usr/bin/python3`.
lock: ## Pin the newest releases that pyproject.toml allows
	$(PYTHON) -m venv --clear build/lock
	build/lock/bin/python -m pip install --quiet pip-tools
	build/lock/bin/pip-compile --quiet --upgrade --all-extras --generate-hashes --allow-unsafe --strip-extras \
	  --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
	  --output-file requirements/dev.lock pyproject.toml requirements/dev.in

clean: ## Remove what make and the checks have made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Only wheels are taken: a source release would fetch what builds it, which is not pinned.
$(INSTALLED): requirements/dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "$(PYTHON) is missing or older than Python 3.11: name another one, as in: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) has no venv module: install it (on Debian and Ubuntu: apt-get install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# GNU make 3.81, as macOS has it, is enough.

BIN = .venv/bin/
SAMPLE = cases/asha-textiles.yaml

# The tests run in two processes side by side: these folders in one, all others in the other.
APART = tests/cohort tests/engine tests/input tests/proofs tests/reports

.PHONY: help interview test lint types layers tests tests-apart other-tests ready-to-run ready-to-test

help:
	@echo "make interview    answer the questions, read which stage the business is at"
	@echo "make test         run every check and test of this project"

# Stopping early is no failure: the program says how to go on.
interview: ready-to-run
	@if [ -t 0 ] && [ -t 1 ]; then \
		$(BIN)sixstages interview || [ $$? -eq 130 ]; \
	else \
		echo "There is no terminal here to ask questions in. So this is the report of $(SAMPLE):"; \
		$(BIN)sixstages score $(SAMPLE); \
	fi

test: lint types layers tests

lint: ready-to-test
	$(BIN)ruff check
	$(BIN)ruff format --check

types: ready-to-test
	$(BIN)mypy

layers: ready-to-test
	$(BIN)lint-imports --no-logo

tests: ready-to-test
	@$(BIN)coverage erase
	@$(MAKE) -j2 tests-apart other-tests
	@$(BIN)coverage combine --quiet
	$(BIN)coverage report

tests-apart:
	$(BIN)coverage run --parallel-mode -m pytest --quiet -p no:cacheprovider $(APART)

other-tests:
	$(BIN)coverage run --parallel-mode -m pytest --quiet -p no:cacheprovider $(APART:%=--ignore=%)

ready-to-run:
	@tools/set-up run

ready-to-test:
	@tools/set-up dev

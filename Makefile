# GNU make 3.81, as macOS has it, is enough.

BIN = .venv/bin/
SAMPLE = cases/asha-textiles.yaml

# The tests run in three processes, two at a time: these two one after the other take as long as all other tests do.
# Counting lines for the coverage makes Python up to three times as slow, so it is left out where it adds next to
# nothing: generated rubrics come to the same lines again and again, and a program that is started is not counted.
UNCOUNTED = tests/engine tests/integration tests/packaging tests/proofs tests/quick tests/robustness tests/terminal \
	tests/checks/test_breaks.py tests/comparison/test_laws.py
APART = tests/checks tests/languages tests/schemas

.PHONY: help interview test lint types layers tests uncounted-tests tests-apart other-tests ready-to-run ready-to-test

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
	@$(MAKE) -j2 uncounted-tests other-tests tests-apart
	@$(BIN)coverage combine --quiet
	$(BIN)coverage report

uncounted-tests:
	$(BIN)python -m pytest --quiet -p no:cacheprovider $(UNCOUNTED)

tests-apart:
	$(BIN)coverage run --parallel-mode -m pytest --quiet -p no:cacheprovider $(APART) $(UNCOUNTED:%=--ignore=%)

other-tests:
	$(BIN)coverage run --parallel-mode -m pytest --quiet -p no:cacheprovider $(APART:%=--ignore=%) $(UNCOUNTED:%=--ignore=%)

ready-to-run:
	@tools/set-up run

ready-to-test:
	@tools/set-up dev

"""How thorough the generated tests are: runs repeat exactly, and a bigger run is one option away."""

from __future__ import annotations

import signal

from hypothesis import HealthCheck, settings

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)  # a whole rubric is drawn for each example

REPEATING = settings(max_examples=200, derandomize=True, database=None, deadline=None, suppress_health_check=SLOW)

settings.register_profile("ci", parent=REPEATING)
settings.register_profile("few", parent=REPEATING, max_examples=20)
settings.register_profile("thorough", parent=REPEATING, max_examples=3_000, derandomize=False)
settings.load_profile("ci")


def pytest_configure() -> None:
    """Ignore the end of a terminal in a way that what the tests start does not take over, unlike that of nohup."""
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, lambda *_: None)


def pytest_report_header() -> str:
    """Tell how to try more examples than the usual run does."""
    return f"properties: {settings().max_examples} rubrics each; --hypothesis-profile=thorough draws 3000 at random"

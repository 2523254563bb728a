"""`python -m sixstages`."""

from __future__ import annotations

from sixstages.cli import run

run()

"""Write the JSON Schemas that are kept in `schemas`: `python -m tools.schemas`."""

from __future__ import annotations

from pathlib import Path

from sixstages.schemas import SCHEMAS, written

FOLDER = Path(__file__).parents[1] / "schemas"

if __name__ == "__main__":
    for name in SCHEMAS:
        FOLDER.joinpath(f"{name}.json").write_text(written(name), encoding="utf-8")

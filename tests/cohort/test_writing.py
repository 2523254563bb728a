"""Scored rows, written block by block into one file."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from sixstages.cohort.writing import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

BLOCKS = [pl.DataFrame({"row": [2, 3], "stage": [1, None]}), pl.DataFrame({"row": [4], "stage": [6]})]
READ: Mapping[str, Callable[[Path], pl.DataFrame]] = {
    ".csv": pl.read_csv,
    ".parquet": pl.read_parquet,
    ".jsonl": pl.read_ndjson,
    ".ndjson": pl.read_ndjson,
}

FULL = Path("/dev/full")


@pytest.mark.parametrize("ending", WRITTEN)
def test_blocks_become_one_table(tmp_path: Path, ending: str) -> None:
    """What is read back are the rows of all blocks, in their order and under one header."""
    path = tmp_path / f"rows{ending}"
    with path.open("xb") as file:
        WRITTEN[ending](BLOCKS, [], file)
    assert READ[ending](path).equals(pl.concat(BLOCKS))


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("ending", WRITTEN)
def test_a_full_disk_is_told_as_python_tells_it(ending: str) -> None:
    """Whatever Polars makes of it, the error has the system's number, by which it is explained."""
    with pytest.raises(OSError, match="No space left") as raised, FULL.open("wb", buffering=0) as file:
        WRITTEN[ending](BLOCKS, [], file)
    assert raised.value.errno == errno.ENOSPC

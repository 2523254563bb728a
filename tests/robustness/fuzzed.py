"""One target in the hands of atheris: `python -m tests.robustness.fuzzed TARGET WRONG -options folder`.

`fuzz` calls it; what goes wrong is put in the folder WRONG.

Half of the inputs are made by changing bytes, half by changing words and lines: most bytes make no YAML.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import atheris

with atheris.instrument_imports(include=["sixstages", "yaml"]):
    import yaml  # noqa: F401 - instrumented before ours import it

    import sixstages

    for module in walk_packages(sixstages.__path__, "sixstages."):
        if module.name != "sixstages.__main__":  # which would run
            import_module(module.name)

from tests.robustness.mutation import Mutator
from tests.robustness.seeds import vocabulary
from tests.robustness.targets import TARGETS


def kept_where_wrong(target: str, folder: Path, data: bytes) -> None:
    """Try an input; libFuzzer would keep one that goes wrong too, but not always gets to it."""
    try:
        TARGETS[target](data)
    except BaseException:
        folder.joinpath("wrong").write_bytes(data)
        raise


if __name__ == "__main__":
    program, name, wrong, *options = sys.argv
    # Not `atheris.Mutate` itself: `Fuzz` puts another function in its place.
    mutator = Mutator(vocabulary(), bytewise=lambda data, longest: atheris.Mutate(data, longest))  # noqa: PLW0108
    tried = partial(kept_where_wrong, name, Path(wrong))
    atheris.Setup([program, f"-artifact_prefix={wrong}/", *options], tried, custom_mutator=mutator)
    atheris.Fuzz()

"""What holds for every test."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEST_FILES = sorted(ROOT.joinpath("tests").rglob("test_*.py"))
LEFT_OUT = {"pytest.importorskip", "pytest.mark.skip", "pytest.mark.xfail", "pytest.xfail"}

each_test_file = pytest.mark.parametrize("path", TEST_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())


def nodes(path: Path) -> Iterator[ast.AST]:
    """Walk over all that a file says."""
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


@each_test_file
def test_every_test_states_its_behaviour_in_a_line(path: Path) -> None:
    """Each test function has a docstring of one line."""
    tests = [node for node in nodes(path) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    assert tests
    assert [test.name for test in tests if len((ast.get_docstring(test) or "").splitlines()) != 1] == []


@each_test_file
def test_no_test_is_left_out_everywhere(path: Path) -> None:
    """No test is switched off or allowed to fail; one that a platform cannot run tells why where it is skipped."""
    used = {ast.unparse(node) for node in nodes(path) if isinstance(node, ast.Attribute)}
    assert LEFT_OUT & used == set()

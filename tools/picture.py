"""Draw the picture in the README, the first screen of a real report: `python -m tools.picture`."""

from __future__ import annotations

from html import escape
from pathlib import Path

from sixstages import assess, load_rubric, read_answers
from sixstages.reports.as_text import summary
from sixstages.reports.layout import Line
from sixstages.text import width

ROOT = Path(__file__).parents[1]
CASE = Path("cases/asha-textiles.yaml")
PICTURE = ROOT / "docs" / "report.svg"

COLUMNS = 80
CELL, ROW, MARGIN = 8, 20, 16  # pixels

FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{command}">
<style>text {{ font: 13px monospace; fill: #d8dee9 }} .bold {{ font-weight: bold; fill: #fff }}</style>
<rect width="100%" height="100%" rx="8" fill="#1d2430"/>
{rows}
</svg>
"""
# The length of each row is given, so that it is as wide with whatever font there is.
ROW_OF_TEXT = '<text x="{x}" y="{y}" class="{style}" textLength="{length}" xml:space="preserve">{words}</text>'


def drawn() -> str:
    """Return the SVG of what `sixstages score` shows first for the case."""
    rubric = load_rubric(ROOT)
    lines = summary(assess(rubric, read_answers(ROOT / CASE, rubric)), rubric, COLUMNS)
    command = f"sixstages score {CASE.as_posix()}"
    rows = [_row(number, line) for number, line in enumerate([Line(f"$ {command}"), *lines], 1) if line.words]
    height = (len(lines) + 1) * ROW + 2 * MARGIN
    return FRAME.format(width=COLUMNS * CELL + 2 * MARGIN, height=height, command=escape(command), rows="\n".join(rows))


def _row(number: int, line: Line) -> str:
    return ROW_OF_TEXT.format(
        x=MARGIN,
        y=MARGIN + number * ROW - 5,
        style=line.style,
        length=width(line.words) * CELL,
        words=escape(line.words, quote=False),
    )


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")

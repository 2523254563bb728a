"""The pages of the rules: what they show is what the check does."""

from __future__ import annotations

import pytest

from sixstages.catalogue import CATALOGUE
from sixstages.checks.pages import read_pages
from tools import rule_pages

MOST_COLUMNS = 72
FEWEST_LINES, MOST_LINES = 3, 15

WITHOUT_EXAMPLES = {
    "L399": "it takes a rubric too large for a page",
    "Y020": "it takes a hundred other problems",
    "Y022": "a check of a rubric writes nothing",
}

TOGETHER = {
    "A616": {"A602"},  # the answers are for another version, and this one is not used
    "A691": {"G511"},
    "L304": {"L329"},
    "L306": {"L329"},
    "L311": {"L329"},
    "L315": {"L312"},
    "S121": {"L328"},  # what was to be allowed is still told
}
"""Codes that bring others with them."""

PAGES = read_pages()
CODES = sorted(PAGES)
BAD = [code for code in CODES if rule_pages.section(PAGES[code].text, "Bad")]
GOOD = [code for code in CODES if rule_pages.section(PAGES[code].text, "Good")]


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """A rule is added with its page, and only the problems of tables and of using the program have none."""
    files = sorted(path.stem for path in rule_pages.PAGES.glob("*.md") if path != rule_pages.README)
    assert files == CODES == sorted(code for code in CATALOGUE if not code.startswith(("C", "U")))


def test_a_title_fits_into_a_list() -> None:
    """It says in one line what is wrong, and is no sentence with an end."""
    titles = [f"# {page.code}: {page.title}" for page in PAGES.values()]
    assert [each for each in titles if len(each) > MOST_COLUMNS or each.endswith((".", " "))] == []


def test_no_two_pages_have_the_same_title() -> None:
    """A title tells a problem from every other one."""
    titles = [page.title for page in PAGES.values()]
    assert sorted(set(titles)) == sorted(titles)


def test_a_page_is_short() -> None:
    """It is read in a hurry: why the rule is there, and what to do."""
    lines = {code: len(page.text.partition("\n## ")[0].splitlines()[2:]) for code, page in PAGES.items()}
    assert {code: number for code, number in lines.items() if not FEWEST_LINES <= number <= MOST_LINES} == {}


def test_a_page_has_examples() -> None:
    """One that breaks the rule and one that keeps it, but where commands spoil the files themselves."""
    with_commands = {code for code, page in PAGES.items() if "```sh\n" in page.text}
    assert set(CODES) - set(BAD) == set(WITHOUT_EXAMPLES)
    assert set(BAD) - set(GOOD) == with_commands


def test_the_rubric_of_the_examples_is_sound() -> None:
    """Whatever an example gives comes from what it changes."""
    assert rule_pages.in_words(rule_pages.problems_of("")) == ""


@pytest.mark.parametrize("code", BAD)
def test_a_bad_example_gives_what_is_printed_below_it(code: str) -> None:
    """Just this problem, with its place and its words; `python -m tools.rule_pages` prints it anew."""
    example = rule_pages.section(PAGES[code].text, "Bad")
    problems = rule_pages.problems_of(example)
    assert rule_pages.printed(example) == rule_pages.in_words(problems)
    assert {each.code for each in problems} == {code} | TOGETHER.get(code, set())


@pytest.mark.parametrize("code", GOOD)
def test_a_good_example_gives_no_problem(code: str) -> None:
    """What a page advises is accepted by the whole check."""
    example = rule_pages.section(PAGES[code].text, "Good")
    assert rule_pages.in_words(rule_pages.problems_of(example)) == ""


def test_the_list_of_pages_is_complete() -> None:
    """The README names every page with its title."""
    readme = rule_pages.README.read_text(encoding="utf-8")
    assert rule_pages.with_list(readme) == readme


@pytest.mark.parametrize("printed", ["", "\n```text\nwhat it said before\n```\n"])
def test_problems_are_printed_anew(printed: str) -> None:
    """Whether old ones stand below an example or none, the page becomes what it has to be."""
    page = PAGES["X202"].text
    said = f"\n```text\n{rule_pages.printed(page)}```\n"
    assert said in page
    assert rule_pages.renewed(page.replace(said, printed)) == page


def test_an_example_that_changes_what_is_not_there_is_refused() -> None:
    """A slip in the name of an item can't leave the rubric as it was."""
    with pytest.raises(ValueError, match="no item 'tils'"):
        rule_pages.problems_of("```yaml\n# questions.yaml\n- id: tils\n  ask: How?\n```\n")


def test_an_example_has_to_name_its_file() -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match="names no file"):
        rule_pages.problems_of("```yaml\n- id: till\n```\n")

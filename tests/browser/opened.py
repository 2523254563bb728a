"""A page that is open in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page, Route

AXE = Path(__file__).parent / "vendor" / "axe.min.js"

Colour = tuple[int, int, int]


class Opened:
    """A page, with what it asked for beside itself (`requests`) and what it said (`messages`)."""

    def __init__(self, page: Page, file: Path) -> None:
        """Open the file; whatever else it asks for is noted and refused."""
        self.page = page
        self.requests: list[str] = []
        self.messages: list[str] = []
        self._own = file.as_uri()
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("dialog", self._dismiss)
        page.route("**/*", self._pass)
        page.goto(self._own)

    def _pass(self, route: Route) -> None:
        if route.request.url == self._own:
            route.continue_()
        else:
            self.requests.append(route.request.url)
            route.abort()

    def _dismiss(self, dialog: Dialog) -> None:
        self.messages.append(dialog.message)
        dialog.dismiss()

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than the screen."""
        return int(self.page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth"))

    def unfold(self) -> None:
        """Open whatever is folded."""
        self.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")

    def violations(self) -> list[str]:
        """Return what axe-core has to say against the page: rule, element and reason."""
        return self._found_by_axe("violations")

    def undecided(self) -> list[str]:
        """Return what axe-core leaves to people to decide, in the same words."""
        return self._found_by_axe("incomplete")

    def _found_by_axe(self, kind: str) -> list[str]:
        self.page.evaluate(f"{AXE.read_text(encoding='utf-8')}; 0")
        found = self.page.evaluate(f"axe.run({{resultTypes: ['{kind}']}})")[kind]
        return [f"{rule['id']}: {node['html']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]

    def colours(self, selector: str, look: str) -> list[Colour]:
        """Return the colour that a property, such as `fill`, has in each element that a selector finds."""
        found = self.page.locator(selector).evaluate_all(f"all => all.map(each => getComputedStyle(each)['{look}'])")
        return [_colour(each) for each in found]


def contrast(one: Colour, other: Colour) -> float:
    """Return how much two colours differ, from 1 to 21, as WCAG 2 reckons it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_light(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _colour(written: str) -> Colour:
    """Read a colour as a browser gives it, such as "rgb(11, 90, 135)"; one that lets through is none to reckon with."""
    red, green, blue = map(int, written.removeprefix("rgb(").removesuffix(")").split(","))
    return red, green, blue

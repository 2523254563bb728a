"""A page that is open in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page, Route

AXE = Path(__file__).parent / "vendor" / "axe.min.js"


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
        self.page.evaluate(f"{AXE.read_text(encoding='utf-8')}; 0")
        found = self.page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        return [f"{rule['id']}: {node['html']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]

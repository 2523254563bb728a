"""Say what `pip-audit --format json` found: `python -m tools.audit <found.json`; exits with 1 where it is a weakness.

Left to itself, pip-audit calls clean what its service does not know at all, as where it can't be reached.
"""

from __future__ import annotations

import json
import sys
from typing import NamedTuple


class Audit(NamedTuple):
    """What is known: each weakness in a line, how many packages were asked about, and how many are known at all."""

    weak: tuple[str, ...]
    asked: int
    known: int


def understood(found: str) -> Audit:
    """Read what pip-audit wrote; it writes nothing where nobody answered."""
    packages = json.loads(found)["dependencies"] if found.strip() else []
    known = [each for each in packages if "skip_reason" not in each]
    weak = tuple(f"{each['name']} {each['version']}: {vuln['id']}" for each in known for vuln in each["vulns"])
    return Audit(weak, len(packages), len(known))


def told(audit: Audit) -> str:
    """Say it in a few lines."""
    if not audit.known:
        return "not audited: the service that knows of weaknesses can't be reached from here\n"
    counted = f"weaknesses: {len(audit.weak)}, in {audit.known} packages of {audit.asked}; the service knows no others"
    return "".join(f"{line}\n" for line in (*audit.weak, counted))


if __name__ == "__main__":
    result = understood(sys.stdin.read())
    sys.stdout.write(told(result))
    sys.exit(1 if result.weak else 0)

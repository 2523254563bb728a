"""`python -m sixstages`."""

from __future__ import annotations

import sys

from sixstages.cli import main

sys.exit(main())

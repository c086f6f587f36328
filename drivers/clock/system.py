"""The operating system's two clocks: the wall's, which may jump, and the one that only counts."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from appliance.messages import Ticked


def read_clock() -> Ticked:
    """Now, in UTC, and the seconds since some fixed moment before the program started."""
    return Ticked(datetime.now(UTC), time.monotonic())

"""The operating system's two clocks: the wall's, which may jump, and the one that only counts."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from appliance.messages import Ticked


def read_clock() -> Ticked:
    """Now, in UTC, and the seconds since the computer was started.

    CLOCK_BOOTTIME goes on counting while the computer sleeps, as the wall clock does; with CLOCK_MONOTONIC a
    closed lid would look like a jump.
    """
    return Ticked(datetime.now(UTC), time.clock_gettime(time.CLOCK_BOOTTIME))

"""What a job does, in steps of some milliseconds: scans are taken between two."""

from __future__ import annotations

from collections.abc import Generator

from appliance.effects import CheckSnapshot
from appliance.messages import SnapshotChecked

Steps = Generator[CheckSnapshot | None, SnapshotChecked | None, None]
"""A step that yields None goes on with the next one. A step that asks a worker for something gets the
worker's answer, and until then other jobs go on."""

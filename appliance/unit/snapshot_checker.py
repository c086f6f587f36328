"""Has copies of the library looked through by a program of its own (`store/soundness.py`)."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired

from appliance.effects import CheckSnapshot
from appliance.messages import Message, SnapshotChecked
from appliance.model.soundness import Part, Soundness
from appliance.ports import Post
from appliance.unit.lane import Lane

AT_MOST_S = 3600.0
"""A million titles on a slow card that others use take minutes."""
COMMAND = (sys.executable, "-I", "-m", "appliance.store.soundness")
"""The copy comes last."""


class SnapshotChecker:
    """One copy after the other. Nobody waits for it, and it ends at once when it is asked to."""

    def __init__(self, command: Sequence[str] = COMMAND, at_most_s: float = AT_MOST_S) -> None:
        self._command = command
        self._at_most_s = at_most_s
        self._looking: Popen[bytes] | None = None
        self._is_stopping = False
        self._lane = Lane("snapshots")

    def start(self, post: Post) -> None:
        def tell(message: Message) -> None:
            if not self._is_stopping:
                post(message)

        self._lane.start(tell)

    def ask(self, asked: CheckSnapshot) -> None:
        """Returns at once; `SnapshotChecked` is posted later."""
        self._lane.ask(lambda: SnapshotChecked(asked.number, self._look_through(asked.copy)))

    def stop(self) -> None:
        """What was not looked through to its end is not told of: it will be due again."""
        self._is_stopping = True
        if (looking := self._looking) is not None:
            looking.kill()
        self._lane.stop()

    def _look_through(self, copy: Path) -> Soundness | None:
        """None where it took too long, or died: a damaged file may end whoever reads it."""
        # In a session of its own: Ctrl-C at a terminal is for the kiosk, which then ends it.
        with Popen(  # noqa: S603 - ourselves
            (*self._command, str(copy)), stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, start_new_session=True
        ) as looking:
            self._looking = looking
            try:
                told, _ = looking.communicate(timeout=self._at_most_s)
            except TimeoutExpired:
                looking.kill()
                return None
            finally:
                self._looking = None
        return _read(told) if looking.returncode == 0 else None


def _read(told: bytes) -> Soundness:
    fields = json.loads(told)
    return Soundness(fields["rows"], {Part(part): number for part, number in fields["damage"].items()})

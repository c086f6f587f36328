"""A scanner in memory: the dock and the tests hold codes before it and pull its cable."""

from __future__ import annotations

from appliance.messages import ScannerFound, ScannerLost
from appliance.model import Side
from appliance.ports import Post
from drivers.scanner.intake import Intake


class SimulatedScanner:
    """`ScannerDevice` without a device. What is scanned while the cable is out is lost, as in life.

    However fast it is used, nothing is too fast for it: dock and tests hold up codes faster than a person.
    """

    def __init__(self, side: Side = Side.READER) -> None:
        self.side = side
        self._post: Post | None = None
        self._plugged = True

    @property
    def plugged(self) -> bool:
        return self._plugged

    def start(self, post: Post) -> None:
        """From now on codes are posted; a scanner that was unplugged before says so at once."""
        self._post = post
        if not self._plugged:
            post(ScannerLost(self.side))

    def stop(self) -> None:
        self._post = None

    def scan(self, code: str) -> None:
        """Read `code`; what no scanner of ours would take for one is refused, as in life."""
        if self._post is not None and self._plugged:
            Intake(self.side).take(code.encode(), 0.0, self._post)

    def unplug(self) -> None:
        """Pull the cable; pulling it twice says nothing more."""
        if self._plugged and self._post is not None:
            self._post(ScannerLost(self.side))
        self._plugged = False

    def plug(self) -> None:
        """Put the cable back."""
        if not self._plugged and self._post is not None:
            self._post(ScannerFound(self.side))
        self._plugged = True

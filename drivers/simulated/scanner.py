"""A scanner in memory: the dock and the tests hold codes before it and pull its cable."""

from __future__ import annotations

from appliance.messages import Scanned, ScannerFound, ScannerLost
from appliance.ports import Post

LONGEST_CODE = 64


class UnreadableCode(ValueError):
    """No scanner of ours would read this as a code: not 1 to 64 characters of printable ASCII."""


class SimulatedScanner:
    """`ScannerDevice` without a device. What is scanned while the cable is out is lost, as in life."""

    def __init__(self) -> None:
        self._post: Post | None = None
        self._plugged = True

    def start(self, post: Post) -> None:
        """From now on codes are posted; a scanner that was unplugged before says so at once."""
        self._post = post
        if not self._plugged:
            post(ScannerLost())

    def stop(self) -> None:
        self._post = None

    def scan(self, code: str) -> None:
        """Read `code`. Raises UnreadableCode."""
        if not (1 <= len(code) <= LONGEST_CODE and code.isascii() and code.isprintable()):
            raise UnreadableCode(f"not 1 to {LONGEST_CODE} characters of printable ASCII")
        if self._post is not None and self._plugged:
            self._post(Scanned(code))

    def unplug(self) -> None:
        """Pull the cable; pulling it twice says nothing more."""
        if self._plugged and self._post is not None:
            self._post(ScannerLost())
        self._plugged = False

    def plug(self) -> None:
        """Put the cable back."""
        if not self._plugged and self._post is not None:
            self._post(ScannerFound())
        self._plugged = True

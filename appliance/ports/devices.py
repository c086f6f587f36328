"""What the core needs of the devices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from appliance.messages import Message
from appliance.model.speech import Announcement
from appliance.paper.slip import Slip

Post = Callable[[Message], None]
"""Puts a message into the core's inbox; may be called from any thread."""


class SlipPrinter(Protocol):
    """Prints slips one after the other in its own thread and posts what became of each.

    `submit` returns at once; the outcome arrives as `SlipPrinted` or `SlipFailed`.
    """

    def start(self, post: Post) -> None: ...

    def submit(self, slip: Slip) -> None: ...

    def stop(self) -> None: ...


class ScannerDevice(Protocol):
    """Posts `Scanned` for each code read, and `ScannerLost` or `ScannerFound` when the cable goes."""

    def start(self, post: Post) -> None: ...

    def stop(self) -> None: ...


class Speaker(Protocol):
    """Lets announcements be heard, in its own thread; without a device it is silent and stays well.

    `play` returns at once. A later announcement takes the place of one that is still heard.
    """

    def start(self, post: Post) -> None: ...

    def play(self, announcement: Announcement) -> None: ...

    def stop(self) -> None: ...

"""What a running kiosk does with its devices, and devices that come after the first frame."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from appliance.messages import SlipFailed
from appliance.model import PrinterState
from appliance.model.speech import Announcement
from appliance.paper.slip import Slip
from appliance.ports import Post

if TYPE_CHECKING:
    from appliance.model.findings import Finding

JOIN_S = 5.0


class DeviceSet(Protocol):
    """All devices of a unit as one."""

    def picture(self, slip: Slip) -> bytes:
        """The slip as its printer gets it, as a PNG file. Raises letters.ShaperMissing, FontsMissing."""

    def start(self, post: Post) -> None:
        """From now on they may post."""

    def open(self) -> None:
        """The first frame is on the glass."""

    def submit(self, slip: Slip) -> None: ...

    def play(self, announcement: Announcement) -> None: ...

    def findings(self) -> tuple[Finding, ...]:
        """What the doctor says of them, from any thread and without touching them."""

    def stop_scanning(self) -> None:
        """Nothing more comes in; what was asked for still goes out."""

    def stop(self) -> None: ...


class LateDevices:
    """Makes the devices in a thread of its own once the first frame is shown.

    The libraries that drive them take a tenth of a second and more, which the start does without. Until then
    nothing of a slip is begun, so it waits where all slips wait, in the library's file; and nothing is said
    aloud.
    """

    def __init__(self, make: Callable[[], DeviceSet]) -> None:
        self._make = make
        self._made: DeviceSet | None = None
        self._post: Post | None = None
        self._maker = Thread(target=self._open, name="devices", daemon=True)

    @property
    def are_in(self) -> bool:
        """Whether they were made, so that a scan can come."""
        return self._made is not None

    def picture(self, slip: Slip) -> bytes:
        """Waits for the devices; asked for by a technician at the bench only."""
        self._maker.join()
        assert self._made is not None
        return self._made.picture(slip)

    def start(self, post: Post) -> None:
        self._post = post

    def open(self) -> None:
        self._maker.start()

    def submit(self, slip: Slip) -> None:
        if self._made is not None:
            self._made.submit(slip)
        elif self._post is not None:
            self._post(SlipFailed(slip.request_id, PrinterState.READY, print=slip.print))

    def play(self, announcement: Announcement) -> None:
        if self._made is not None:
            self._made.play(announcement)

    def findings(self) -> tuple[Finding, ...]:
        """None before the devices are there: nothing is known of them."""
        return self._made.findings() if self._made else ()

    def stop_scanning(self) -> None:
        if self._maker.is_alive():
            self._maker.join(JOIN_S)
        if self._made is not None:
            self._made.stop_scanning()

    def stop(self) -> None:
        if self._made is not None:
            self._made.stop()

    def _open(self) -> None:
        made = self._make()
        assert self._post is not None
        made.start(self._post)
        self._made = made

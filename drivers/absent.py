"""What stands in for a device that the devices file does not name: it is lost, and says so from the start."""

from __future__ import annotations

from appliance.messages import PrinterChanged, ScannerLost, SlipFailed
from appliance.model import PrinterState, Side
from appliance.paper.slip import Slip
from appliance.ports import Post


class AbsentScanner:
    """`ScannerDevice` of a side that has no scanner and needs one."""

    def __init__(self, side: Side) -> None:
        self._side = side

    def start(self, post: Post) -> None:
        post(ScannerLost(self._side))

    def stop(self) -> None:
        """Nothing runs."""


class AbsentPrinter:
    """`SlipPrinter` of a unit without a printer: lending goes on, and no slip ever comes."""

    def __init__(self) -> None:
        self._post: Post | None = None

    def start(self, post: Post) -> None:
        self._post = post
        post(PrinterChanged(PrinterState.OFFLINE))

    def submit(self, slip: Slip) -> None:
        if self._post is not None:
            self._post(SlipFailed(slip.request_id, PrinterState.OFFLINE, print=slip.print))

    def stop(self) -> None:
        self._post = None

"""One worker draws and prints slips one after the other, and watches the printer.

Slips wait in the library's file until the core hands one over, so behind the one that is printed there are
only test slips. A slip that fails is not tried again by itself, and one that stood behind a hanging printer
is not begun: the core has given it up. What becomes of it is the core's business (`kiosk.slips`).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, Full, Queue
from threading import Event
from time import monotonic

from appliance.language.fonts import FontsMissing
from appliance.messages import PrinterChanged, SlipFailed, SlipPrinted
from appliance.model import PrinterState
from appliance.paper.slip import Slip
from appliance.ports import Post
from drivers import supervision
from drivers.printer.letters import ShaperMissing
from drivers.printer.mechanism import Mechanism, PrinterFault, PrinterTrouble, PrintJob
from drivers.printer.profile import PrinterProfile
from drivers.printer.protocol import slip_bytes
from drivers.printer.raster import draw_slip
from drivers.supervision import Supervised

STOP_S = 5.0
HANDED_OVER_MOST = 8
"""The core gives one at a time, a technician one more; beyond that somebody plays."""
FRESH_S = 60.0
"""Less than the core waits for an answer (`at_printer.SILENT_AFTER_S`): what it gave up is not begun late."""


@dataclass(frozen=True, slots=True)
class _HandedOver:
    slip: Slip
    at_s: float


class PrintWorker:
    """The port `SlipPrinter` over any mechanism. The printer counts as ready until it is heard of."""

    def __init__(self, mechanism: Mechanism, profile: PrinterProfile, watch_every_s: float = 1.0) -> None:
        self._mechanism = mechanism
        self._profile = profile
        self._watch_every_s = watch_every_s
        self._handed_over: Queue[_HandedOver | None] = Queue(HANDED_OVER_MOST)
        self._known = PrinterState.READY
        self._cannot_draw = False
        self._was_at_work = False
        self._post: Post = _nobody
        self._thread = Supervised("printer", self._work)

    @property
    def known(self) -> PrinterState:
        """How the printer was when it was last looked at; from any thread."""
        return self._known

    def start(self, post: Post) -> None:
        """Begins to print; slips submitted before are printed now."""
        self._post = post
        self._thread.start(post)

    def submit(self, slip: Slip) -> None:
        """Returns at once; `SlipPrinted` or `SlipFailed` tells the outcome."""
        try:
            self._handed_over.put_nowait(_HandedOver(slip, monotonic()))
        except Full:
            self._post(SlipFailed(slip.request_id, self._known, print=slip.print))

    def stop(self) -> None:
        """Prints what was submitted, for at most five seconds, and ends the worker.

        With nothing to print it is not waited for longer than for any driver: the printer may hang.
        """
        within_s = STOP_S if self._handed_over.unfinished_tasks else supervision.STOP_S
        with suppress(Full):
            self._handed_over.put_nowait(None)  # so that it does not wait for its next look at the printer
        self._thread.stop(within_s)

    def _work(self, stopping: Event) -> None:
        if self._was_at_work:
            self._post(PrinterChanged(self._known))  # it died and is back: nobody would know otherwise
        self._was_at_work = True
        while True:
            self._tell_change(self._state())
            try:
                handed = self._handed_over.get(timeout=self._watch_every_s)
            except Empty:
                handed = None
            if handed is not None:
                try:
                    self._print(handed)
                finally:
                    self._handed_over.task_done()
            elif stopping.is_set() and self._handed_over.empty():
                return

    def _state(self) -> PrinterState:
        return PrinterState.FAULT if self._cannot_draw else self._mechanism.state()

    def _print(self, handed: _HandedOver) -> None:
        slip = handed.slip
        if monotonic() - handed.at_s > FRESH_S:
            self._post(SlipFailed(slip.request_id, self._known, print=slip.print))
            return
        # Of a driver that breaks in a way nobody foresaw, nobody knows how far it came.
        outcome: SlipPrinted | SlipFailed = SlipFailed(slip.request_id, PrinterState.FAULT, True, slip.print)
        try:
            self._mechanism.write(self._drawn(slip))
        except PrinterTrouble as trouble:
            self._tell_change(trouble.state)
            outcome = SlipFailed(slip.request_id, trouble.state, trouble.begun, slip.print)
        else:
            if self._known not in (PrinterState.READY, PrinterState.PAPER_LOW):
                self._tell_change(PrinterState.READY)
            outcome = SlipPrinted(slip.request_id, slip.print)
        finally:
            self._post(outcome)

    def _drawn(self, slip: Slip) -> PrintJob:
        """Raises PrinterFault on a unit that was not installed whole: lending must go on all the same."""
        try:
            picture = draw_slip(slip, self._profile)
        except (ShaperMissing, FontsMissing) as error:
            self._cannot_draw = True
            raise PrinterFault from error
        self._cannot_draw = False
        return PrintJob(slip.request_id, picture, slip_bytes(picture, self._profile))

    def _tell_change(self, state: PrinterState) -> None:
        if state is not self._known:
            self._known = state
            self._post(PrinterChanged(state))


def _nobody(_message: object) -> None:
    """Before `start` nobody is told."""

"""The print queue: one worker thread draws and prints slips one after the other, and watches the printer.

A slip that fails is not tried again by itself: it could come out an hour later, before somebody else.
"""

from __future__ import annotations

from queue import Empty, SimpleQueue
from threading import Thread

from appliance.language.fonts import FontsMissing
from appliance.messages import PrinterChanged, SlipFailed, SlipPrinted
from appliance.model import PrinterState
from appliance.paper.slip import Slip
from appliance.ports import Post
from drivers.printer.letters import ShaperMissing
from drivers.printer.mechanism import Mechanism, PrinterTrouble, PrintJob
from drivers.printer.profile import PaperProfile
from drivers.printer.protocol import slip_bytes
from drivers.printer.raster import draw_slip

STOP_S = 5.0


class PrintQueue:
    """The port `SlipPrinter` over any mechanism. The printer counts as ready until it is heard of."""

    def __init__(self, mechanism: Mechanism, paper: PaperProfile, watch_every_s: float = 1.0) -> None:
        self._mechanism = mechanism
        self._paper = paper
        self._watch_every_s = watch_every_s
        self._slips: SimpleQueue[Slip | None] = SimpleQueue()
        self._known = PrinterState.READY
        self._worker: Thread | None = None

    @property
    def known(self) -> PrinterState:
        """How the printer was when it was last looked at; from any thread."""
        return self._known

    def start(self, post: Post) -> None:
        """Begins to print; slips submitted before are printed now."""
        self._worker = Thread(target=self._work, args=(post,), name="printer", daemon=True)
        self._worker.start()

    def submit(self, slip: Slip) -> None:
        """Returns at once; `SlipPrinted` or `SlipFailed` tells the outcome."""
        self._slips.put(slip)

    def stop(self) -> None:
        """Prints what was submitted, for at most five seconds, and ends the worker."""
        self._slips.put(None)
        if self._worker is not None:
            self._worker.join(STOP_S)
            self._worker = None

    def _work(self, post: Post) -> None:
        while True:
            self._tell_change(self._mechanism.state(), post)
            try:
                slip = self._slips.get(timeout=self._watch_every_s)
            except Empty:
                continue
            if slip is None:
                return
            self._print(slip, post)

    def _print(self, slip: Slip, post: Post) -> None:
        try:
            picture = draw_slip(slip, self._paper)
            self._mechanism.write(PrintJob(slip.number, picture, slip_bytes(picture, self._paper)))
        except (ShaperMissing, FontsMissing):
            # A unit that was not installed whole cannot draw a slip; lending must go on all the same.
            self._tell_change(PrinterState.FAULT, post)
            post(SlipFailed(slip.number, PrinterState.FAULT, print=slip.print))
        except PrinterTrouble as trouble:
            self._tell_change(trouble.state, post)
            post(SlipFailed(slip.number, trouble.state, print=slip.print))
        else:
            self._tell_change(PrinterState.READY, post)
            post(SlipPrinted(slip.number, slip.print))

    def _tell_change(self, state: PrinterState, post: Post) -> None:
        if state is not self._known:
            self._known = state
            post(PrinterChanged(state))

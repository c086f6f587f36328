"""The kiosk that the monkey plays with: a real core over a real file, with devices that answer by chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from random import Random
from threading import Event
from typing import Any, Protocol

from PIL import Image

from appliance.effects import CheckPin, Effect, Examine, PrintSlip, PrintTestSlip
from appliance.kiosk.dispatcher import Kiosk
from appliance.loop import Loop
from appliance.messages import (
    DriverFailed,
    Examined,
    Message,
    PinChecked,
    PrinterChanged,
    ScannerFound,
    ScannerLost,
    ScanProblem,
    ScanRefused,
    SlipDrawn,
    SlipFailed,
    SlipPrinted,
    Ticked,
)
from appliance.model import PrinterState, Side
from tests.flows.storyboard import open_kiosk

PIN_RIGHT = 0.9
SLIP_WELL = 0.8


class Judge(Protocol):
    """Is told which copies were lent or asked for, and which requests declined, by a message."""

    def judges(self, message: object, lent: Sequence[int], declined: Sequence[int]) -> None: ...


class Marked(Kiosk):
    """A kiosk that says when it has come to a mark, so that the same seed does the same again."""

    _NEW_LOANS = "SELECT id, copy_id FROM loan WHERE id > ?"
    _NEW_REQUESTS = "SELECT request_id, copy_id FROM request_copy WHERE request_id > ?"
    _DECLINED = "SELECT id FROM request WHERE state = 'declined'"

    def __init__(self, kiosk: Kiosk, judge: Judge) -> None:
        self.__dict__ = kiosk.__dict__
        self._judge = judge
        self._last_loan = self._last_request = 0
        self._declined: set[int] = set()

    def handle(self, message: Message | Event) -> Sequence[Effect]:
        if isinstance(message, Event):
            message.set()
            return ()
        effects = super().handle(message)
        if not isinstance(message, Ticked):
            self._judge_books(message)
        return effects

    def _judge_books(self, message: Message) -> None:
        store: Any = self._context.store
        connection = store.connection
        new = connection.execute(self._NEW_LOANS, (self._last_loan,)).fetchall()
        self._last_loan = max((loan for loan, _ in new), default=self._last_loan)
        asked = connection.execute(self._NEW_REQUESTS, (self._last_request,)).fetchall()
        self._last_request = max((request for request, _ in asked), default=self._last_request)
        declined = {row[0] for row in connection.execute(self._DECLINED)} - self._declined
        self._declined |= declined
        self._judge.judges(message, [copy for _, copy in (*new, *asked)], sorted(declined))


def open_loop(folder: Path, read_clock: Callable[[], Ticked], random: Random, judge: Judge) -> Loop:
    """A loop that is not started. What its devices answer is drawn from `random`, in the core's thread."""

    def carry_out(effect: Effect) -> None:
        match effect:
            case PrintSlip(facts):
                well = random.random() < SLIP_WELL
                failed = SlipFailed(facts.request_id, PrinterState.NO_PAPER)
                loop.post(SlipPrinted(facts.request_id) if well else failed)
            case CheckPin(number):
                # Wrong tries lock a badge for good, and the monkey would never see the guard's desk again.
                loop.post(PinChecked(number, random.random() < PIN_RIGHT))
            case PrintTestSlip():
                loop.post(SlipDrawn(_PICTURE))
            case Examine():
                loop.post(Examined(()))

    loop = Loop(lambda: Marked(open_kiosk(folder), judge), read_clock, carry_out)
    return loop


def device_tells(random: Random) -> Message:
    """Anything that a device may tell at any moment."""
    side, number = random.choice(list(Side)), random.randint(0, 50)
    return random.choice(
        (
            PrinterChanged(random.choice(list(PrinterState))),
            PrinterChanged(PrinterState.READY),
            ScannerLost(side),
            ScannerFound(side),
            ScanRefused(random.choice(list(ScanProblem)), side),
            DriverFailed("printer", "OSError", "usb.py:7"),
            SlipPrinted(number),
            SlipFailed(number, PrinterState.NO_PAPER, random.random() < 0.5),
        )
    )


def _drawn() -> bytes:
    """A test slip, small."""
    file = BytesIO()
    Image.new("1", (576, 300), 1).save(file, "PNG")
    return file.getvalue()


_PICTURE = _drawn()

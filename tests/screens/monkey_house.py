"""The kiosk that the monkey plays with: a real core over a real file, with devices that answer by chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from random import Random
from threading import Event

from PIL import Image

from appliance.effects import CheckPin, Effect, Examine, PrintSlip, PrintTestSlip
from appliance.kiosk.dispatcher import Kiosk
from appliance.loop import Loop
from appliance.messages import Examined, Message, PinChecked, SlipDrawn, SlipFailed, SlipPrinted, Ticked
from appliance.model import PrinterState
from tests.flows.storyboard import open_kiosk

PIN_RIGHT = 0.9
SLIP_WELL = 0.8


class Marked(Kiosk):
    """A kiosk that says when it has come to a mark, so that the same seed does the same again."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.__dict__ = kiosk.__dict__

    def handle(self, message: Message | Event) -> Sequence[Effect]:
        if isinstance(message, Event):
            message.set()
            return ()
        return super().handle(message)


def open_loop(folder: Path, read_clock: Callable[[], Ticked], random: Random) -> Loop:
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

    loop = Loop(lambda: Marked(open_kiosk(folder)), read_clock, carry_out)
    return loop


def _drawn() -> bytes:
    """A test slip, small."""
    file = BytesIO()
    Image.new("1", (576, 300), 1).save(file, "PNG")
    return file.getvalue()


_PICTURE = _drawn()

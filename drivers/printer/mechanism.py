"""What a printer must do, whether it is on a cable or simulated, and what can go wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from PIL import Image

from appliance.model import PrinterState


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A slip ready to go out: `payload` for a printer, `picture` for whoever only shows it."""

    number: int
    picture: Image.Image
    payload: bytes


class PrinterTrouble(Exception):
    """The slip did not come out, or not whole."""

    state: ClassVar[PrinterState] = PrinterState.FAULT


class NoPaper(PrinterTrouble):
    """The roll is empty or the lid is open."""

    state = PrinterState.NO_PAPER


class PrinterFault(PrinterTrouble):
    """Anything else: the cable is out, the head too hot, the cutter stuck."""


class Mechanism(Protocol):
    """Called from one thread only, the print queue's; both may block for as long as the printer takes."""

    def state(self) -> PrinterState:
        """How the printer is right now."""

    def write(self, job: PrintJob) -> None:
        """Print one slip and return when it is out. Raises PrinterTrouble."""

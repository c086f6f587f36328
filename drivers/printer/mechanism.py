"""What a printer must do, whether it is on a cable or simulated, and what can go wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from PIL import Image

from appliance.model import PrinterState, RequestId


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A slip ready to go out: `payload` for a printer, `picture` for whoever only shows it."""

    request_id: RequestId
    picture: Image.Image
    payload: bytes


class PrinterTrouble(Exception):
    """The slip did not come out, or not whole. `begun` says that some of it may have."""

    state: ClassVar[PrinterState] = PrinterState.FAULT

    def __init__(self, *, begun: bool = False) -> None:
        super().__init__(self.state)
        self.begun = begun


class NoPaper(PrinterTrouble):
    """The roll is empty."""

    state = PrinterState.NO_PAPER


class CoverOpen(PrinterTrouble):
    """The lid is open."""

    state = PrinterState.COVER_OPEN


class Offline(PrinterTrouble):
    """The cable or the power is out."""

    state = PrinterState.OFFLINE


class PrinterFault(PrinterTrouble):
    """Anything else: the head too hot, the cutter stuck."""


_TROUBLES = {kind.state: kind for kind in (NoPaper, CoverOpen, Offline, PrinterFault)}


def trouble(state: PrinterState, *, begun: bool) -> PrinterTrouble:
    """The trouble that a printer in `state` makes. Raises KeyError for one that prints."""
    return _TROUBLES[state](begun=begun)


class Mechanism(Protocol):
    """Called from one thread only, the print queue's; both may block for as long as the printer takes."""

    def state(self) -> PrinterState:
        """How the printer is right now."""

    def write(self, job: PrintJob) -> None:
        """Print one slip and return when it is out. Raises PrinterTrouble."""

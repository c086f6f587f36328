"""What a printer answers when it is asked how it is: `DLE EOT n`, answered at once whatever it is printing.

Bits from Epson's ESC/POS command reference. Every answer is one byte with bits 1 and 4 set, 0 and 7 clear.
"""

from __future__ import annotations

from appliance.model import PrinterState

PRINTER, OFFLINE_CAUSE, ERROR_CAUSE, PAPER = 1, 2, 3, 4
_FIXED, _FIXED_VALUE = 0b1001_0011, 0b0001_0010
_TURN_FIXED = 0b1001_0000

_IS_OFFLINE = 1 << 3
_COVER_OPEN, _PAPER_END_STOP, _ERROR = 1 << 2, 1 << 5, 1 << 6
_CUTTER, _UNRECOVERABLE, _TOO_HOT = 1 << 3, 1 << 5, 1 << 6
_NEAR_END, _END = 0b0000_1100, 0b0110_0000


def question(about: int) -> bytes:
    """`about` is PRINTER, OFFLINE_CAUSE, ERROR_CAUSE or PAPER."""
    return bytes((0x10, 0x04, about))


def is_answer(byte: int) -> bool:
    """Whether a byte is an answer to a question at all, and not noise."""
    return byte & _FIXED == _FIXED_VALUE


def says_out(byte: int) -> bool:
    """Whether a byte answers `GS r` instead, which a printer does when all before it is printed."""
    return byte & _TURN_FIXED == 0


def state_of(printer: int, offline_cause: int, error_cause: int, paper: int) -> PrinterState:
    """The state that the four answers tell; what a person must do first comes first."""
    if offline_cause & _COVER_OPEN:
        return PrinterState.COVER_OPEN
    if paper & _END or offline_cause & _PAPER_END_STOP:
        return PrinterState.NO_PAPER
    if error_cause & (_CUTTER | _UNRECOVERABLE | _TOO_HOT) or offline_cause & _ERROR or printer & _IS_OFFLINE:
        return PrinterState.FAULT
    return PrinterState.PAPER_LOW if paper & _NEAR_END else PrinterState.READY


_PORT_NO_PAPER, _PORT_NO_ERROR = 1 << 5, 1 << 3


def port_state(port: int) -> PrinterState:
    """The state that the byte of the USB printer class tells (version 1.1, 4.2.2), from a port or usblp.

    As usblp in Linux, a missing "no error" counts before "no paper" does. Without paper missing it is not
    taken for a fault: a printer that leaves the byte at zero would never be printed on.
    """
    if not port & _PORT_NO_ERROR and port & _PORT_NO_PAPER:
        return PrinterState.NO_PAPER
    return PrinterState.READY

"""A printer on USB, without one: pyusb's shapes, and its errors in every place where they come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from appliance.model import PrinterState
from appliance.model.health import Reach
from drivers.printer.line import Unplugged
from drivers.printer.status import port_state
from drivers.printer.usb_line import UsbLine, bulk_ends


class TimedOut(Exception):
    pass


class Broken(Exception):
    errno = 19


class NotKnown(Broken):
    errno = 32


@dataclass
class End:
    bEndpointAddress: int
    bmAttributes: int = 2


class Interface(list[End]):
    def __init__(self, number: int, interface_class: int, *ends: End) -> None:
        super().__init__(ends)
        self.bInterfaceNumber, self.bInterfaceClass = number, interface_class


class Port:
    """What python-escpos has open."""

    in_ep, out_ep = 0x81, 0x03

    def __init__(self, does: Any) -> None:
        self.does = does
        self.device = self
        self.asked: list[tuple[Any, ...]] = []

    def _do(self, *asked: Any) -> Any:
        self.asked.append(asked)
        if isinstance(self.does, Exception):
            raise self.does
        return self.does

    write = read = ctrl_transfer = _do


def line(does: Any, interface: int = 0) -> tuple[UsbLine, Port]:
    port = Port(does)
    return UsbLine(port, interface, TimedOut, Broken), port


def test_a_printer_is_written_to_where_it_listens() -> None:
    keyboard = Interface(0, 3, End(0x81, 3))
    printer = Interface(1, 7, End(0x83, 3), End(0x84), End(0x02))
    assert bulk_ends([[keyboard, printer]]) == (1, 0x02, 0x84)
    assert bulk_ends([[Interface(0, 7, End(0x01))]]) == (0, 0x01, None)


def test_what_is_no_printer_is_not_written_to() -> None:
    with pytest.raises(Unplugged) as refused:
        bulk_ends([[Interface(0, 8, End(0x01), End(0x82))]])
    assert refused.value.reach is Reach.NO_SUPPORT


def test_a_long_slip_goes_in_pieces_and_what_was_taken_is_told() -> None:
    open_line, port = line(100)
    assert open_line.write(bytes(5000), 1.0) == 100
    assert port.asked == [(0x03, bytes(512), 1000)]


def test_a_printer_that_takes_or_tells_nothing_in_time_is_no_broken_one() -> None:
    open_line, _ = line(TimedOut())
    assert (open_line.write(b"x", 0.1), open_line.read(0.1), open_line.port_status()) == (0, b"", None)


@pytest.mark.parametrize("use", ["write", "read", "port_status"])
def test_a_pulled_cable_is_unplugged_wherever_it_is_felt(use: str) -> None:
    open_line, _ = line(Broken())
    call = {"write": (b"x", 0.1), "read": (0.1,), "port_status": ()}[use]
    with pytest.raises(Unplugged):
        getattr(open_line, use)(*call)


def test_the_port_is_asked_for_the_interface_of_the_printer() -> None:
    open_line, port = line(b"\x20", interface=1)
    assert open_line.port_status() == 0x20
    assert port.asked == [(0xA1, 1, 0, 0x100, 1, 500)]


def test_a_printer_that_does_not_know_the_question_tells_nothing() -> None:
    assert line(NotKnown())[0].port_status() is None


@pytest.mark.parametrize(
    ("port", "state"),
    [
        (0x18, PrinterState.READY),
        (0x30, PrinterState.NO_PAPER),
        (0x20, PrinterState.NO_PAPER),
        (0x38, PrinterState.READY),
        (0x00, PrinterState.READY),
    ],
)
def test_what_the_port_of_a_printer_tells(port: int, state: PrinterState) -> None:
    assert port_state(port) is state

"""For technicians: what is plugged in that may be a printer, and how the one of the devices file does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from serial.tools import list_ports

from appliance.model.health import PrinterHealth, Reach
from drivers.printer.line import Line, Unplugged
from drivers.printer.profile import PrinterProfile
from drivers.printer.real import RealPrinter

ROOT = Path("/")
_PRINTER_CLASS = "07"


@dataclass(frozen=True, slots=True)
class Candidate:
    """`key` and `value` are a line of the devices file: `usb = "04b8:0e15"`."""

    key: str
    value: str
    named: str = ""
    """As the device calls itself."""


def candidates(root: Path = ROOT) -> tuple[Candidate, ...]:
    """USB printers first, then device nodes, then serial lines, which may be anything else too."""
    return (*_usb(root), *_nodes(root), *_serial_lines())


def printer_health(open_line: Callable[[], Line], profile: PrinterProfile) -> PrinterHealth:
    """Open the printer, ask it, and let go of it. `state` is None where it is there and tells nothing."""
    try:
        line = open_line()
        told = profile.answers or line.port_status() is not None
    except Unplugged as unplugged:
        return PrinterHealth(unplugged.reach)
    printer = RealPrinter(lambda: line, profile)
    state = printer.state()
    printer.close()
    return PrinterHealth(Reach.OPEN, state if told else None, tells_paper=profile.answers)


def _usb(root: Path) -> Iterator[Candidate]:
    """Each interface of a device is a folder `1-1:1.0` beside the device's own, `1-1` (Linux's sysfs)."""
    found = {}
    for told in sorted((root / "sys/bus/usb/devices").glob("*:*/bInterfaceClass")):
        if _read(told) == _PRINTER_CLASS:
            device = told.parent.parent / told.parent.name.partition(":")[0]
            usb_id = f"{_read(device / 'idVendor')}:{_read(device / 'idProduct')}"
            found[usb_id] = Candidate("usb", usb_id, _read(device / "product"))
    yield from found.values()


def _nodes(root: Path) -> Iterator[Candidate]:
    for node in sorted((root / "dev/usb").glob("lp*")):
        yield Candidate("file", f"/dev/usb/{node.name}")


def _serial_lines() -> Iterator[Candidate]:
    for port in sorted(list_ports.comports()):
        yield Candidate("serial", port.device, port.product or "")


def _read(path: Path) -> str:
    try:
        return path.read_text(errors="replace").strip()
    except OSError:
        return ""

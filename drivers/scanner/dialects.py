"""Makes of scanner whose own settings are given to them at each start; the devices file names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from drivers.scanner import honeywell
from drivers.scanner.device import Gone
from drivers.scanner.serial_line import SerialLine

Asserted = Callable[[Callable[[bytes], None], Callable[[float], bytes]], tuple[str, ...]]
"""Takes a line's `write` and `read`, and returns the names of settings that were not kept."""

DIALECTS: Mapping[str, Asserted] = MappingProxyType({"honeywell": honeywell.differing})


def open_serial(path: str, baud: int, dialect: str | None = None) -> SerialLine:
    """Open a line and give the scanner on it its settings. Raises Gone; KeyError for an unknown dialect."""
    line = SerialLine(path, baud)
    try:
        line.settle()
        if dialect is not None:
            line.differing = DIALECTS[dialect](line.write, line.read)
            line.settle()  # an answer that comes late is no scan
    except Gone:
        line.close()
        raise
    return line

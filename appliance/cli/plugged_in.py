"""`bce-kiosk devices`: what is plugged in and may be a scanner or a printer, as lines for devices.toml."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from appliance.cli.output import JsonOption, show_json
from appliance.unit.devices_file import NAME
from drivers.printer import finding as printers
from drivers.printer.profile import PROFILES
from drivers.scanner import plugged as scanners


def devices(as_json: JsonOption = False) -> None:
    """List what is plugged in, as lines for devices.toml. A keyboard looks like a scanner: choose."""
    read_by, printed_by = scanners.candidates(), printers.candidates()
    if as_json:
        show_json(
            {
                "scanners": [{_key(one): _value(one), "named": one.named} for one in read_by],
                "printers": [{one.key: one.value, "named": one.named} for one in printed_by],
            }
        )
        return
    typer.echo("\n".join(_lines(read_by, printed_by)))


def _lines(read_by: list[scanners.Candidate], printed_by: tuple[printers.Candidate, ...]) -> Iterator[str]:
    yield f"# Keep what is right, take the # away, and save it as {NAME} in the library's folder."
    if not read_by:
        yield "# Nothing is plugged in that may be a scanner."
    for scanner in read_by:
        yield from ("", "# [[scanner]]", '# side = "reader"')
        yield _line(_key(scanner), _value(scanner), scanner.named)
    if not printed_by:
        yield from ("", "# Nothing is plugged in that may be a printer.")
    for printer in printed_by:
        yield from ("", "# [printer]", _line(printer.key, printer.value, printer.named))
        yield f'# profile = "80mm-cutter"   # one of {", ".join(PROFILES)}'


def _key(scanner: scanners.Candidate) -> str:
    return str(scanner.kind)


def _value(scanner: scanners.Candidate) -> str:
    """By its USB id where it types: that stays the same in whichever socket it is."""
    types = scanner.kind is scanners.Kind.KEYBOARD
    return scanner.usb_id if types and scanner.usb_id else scanner.path


def _line(key: str, value: str, named: str) -> str:
    return f'# {key} = "{value}"' + (f"   # {named}" if named else "")

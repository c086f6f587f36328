"""Every sample as a status: each scene, some with a device in trouble or the countdown running."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from appliance.model import Devices, Language, PrinterState, ScannerState
from appliance.model.clock import Doubt
from appliance.status import Scene, SinceSignIn, Status
from ui.samples import badges, bench, date, reader, refusals, search, staff

SCENES: dict[str, Scene] = dict(
    reader.SAMPLES + search.SAMPLES + staff.SAMPLES + bench.SAMPLES + date.SAMPLES + badges.SAMPLES
)

_SCANNER_LOST = Devices(scanner=ScannerState.LOST)
_GUARD_SCANNER_LOST = Devices(guard_scanner=ScannerState.LOST)
_NO_SCANNER = Devices(scanner=ScannerState.LOST, guard_scanner=ScannerState.LOST)
_NO_PAPER = Devices(printer=PrinterState.NO_PAPER)
_PRINTER_FAULT = Devices(printer=PrinterState.FAULT)

_IN_TROUBLE: dict[str, tuple[str, Devices, int | None]] = {
    "home_scanner_lost": ("home", _SCANNER_LOST, None),
    "attract_scanner_lost": ("attract", _SCANNER_LOST, None),
    "identify_scanner_lost": ("identify_borrow", _SCANNER_LOST, None),
    "returning_scanner_lost": ("returning_empty", _SCANNER_LOST, None),
    "returning_many_scanner_lost": ("returning_many", _SCANNER_LOST, None),
    "my_books_none_scanner_lost": ("my_books_none", _SCANNER_LOST, None),
    "awaiting_approval_no_scanner": ("awaiting_approval_one", _NO_SCANNER, None),
    "guard_desk_empty_no_scanner": ("guard_desk_empty", _NO_SCANNER, None),
    "basket_empty_scanner_lost": ("basket_empty", _SCANNER_LOST, None),
    "slip_books_scanner_lost": ("slip_books", _SCANNER_LOST, None),
    "home_guard_scanner_lost": ("home", _GUARD_SCANNER_LOST, None),
    "guard_sign_in_scanner_lost": ("guard_sign_in", _GUARD_SCANNER_LOST, None),
    "home_no_paper": ("home", _NO_PAPER, None),
    "home_paper_low": ("home", Devices(printer=PrinterState.PAPER_LOW), None),
    "home_lid_open": ("home", Devices(printer=PrinterState.COVER_OPEN), None),
    "home_printer_offline": ("home", Devices(printer=PrinterState.OFFLINE), None),
    "guard_desk_lid_open": ("guard_desk_pages", Devices(printer=PrinterState.COVER_OPEN), None),
    "basket_scanner_lost": ("basket_three", _SCANNER_LOST, None),
    "my_books_printer_fault": ("my_books_late", _PRINTER_FAULT, None),
    "searching_scanner_lost": ("searching_many", _SCANNER_LOST, None),
    "guard_desk_no_paper": ("guard_desk_pages", _NO_PAPER, None),
    "title_page_no_paper": ("title_page_many_copies", _NO_PAPER, None),
    "approved_waiting_no_paper": ("approved_waiting", _NO_PAPER, None),
    "approved_failed_lid_open": ("approved_failed", Devices(printer=PrinterState.COVER_OPEN), None),
    "approved_failed_printer_offline": ("approved_failed", Devices(printer=PrinterState.OFFLINE), None),
    "basket_leaving": ("basket_three", Devices(), 7),
    "awaiting_approval_leaving": ("awaiting_approval_one", _NO_PAPER, 2),
}

_SINCE_SIGN_IN = {
    "guard_desk_wrong_pins": ("guard_desk_pages", SinceSignIn(wrong_pins=14)),
    "bench_wrong_pin": ("bench_well", SinceSignIn(wrong_pins=1)),
}
_DATE_DOUBTED = {
    "attract_date": "attract",
    "guard_desk_date": "guard_desk_pages",
    "guard_desk_empty_date": "guard_desk_empty",
}
_DATE_BELIEVED = {
    "guard_desk_believed": "guard_desk_pages",
    "guard_desk_empty_believed": "guard_desk_empty",
}


def statuses(language: Language) -> Iterator[tuple[str, Status]]:
    """(name, status) of every sample, in `language`."""
    for name, scene in SCENES.items():
        yield name, Status(1, scene, language, reader.TODAY)
    for name, (like, refusal) in refusals.SAMPLES.items():
        yield name, Status(1, SCENES[like], language, reader.TODAY, refusal=refusal)
    for name, (like, devices, leaving_in_s) in _IN_TROUBLE.items():
        status = Status(1, SCENES[like], language, reader.TODAY)
        yield name, replace(status, devices=devices, leaving_in_s=leaving_in_s)
    for name, (like, since) in _SINCE_SIGN_IN.items():
        yield name, Status(1, SCENES[like], language, reader.TODAY, since_sign_in=since)
    for name, like in _DATE_DOUBTED.items():
        yield name, Status(1, SCENES[like], language, reader.TODAY, date_doubt=Doubt.NO_RTC)
    for name, like in _DATE_BELIEVED.items():
        yield (
            name,
            Status(1, SCENES[like], language, reader.TODAY, off_since=reader.TODAY - timedelta(days=3)),
        )

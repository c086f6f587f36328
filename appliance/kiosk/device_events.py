"""What devices tell of themselves: kept for the status, journalled where it may matter later."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import assert_never

from appliance.kiosk.context import DeskContext
from appliance.kiosk.scans import scan_failed
from appliance.kiosk.slips import printer_events
from appliance.kiosk.slips.at_printer import CAN_PRINT
from appliance.kiosk.turn import Turn
from appliance.messages import (
    DriverFailed,
    PrinterChanged,
    ScannerFound,
    ScannerLost,
    ScanProblem,
    ScanRefused,
    SlipFailed,
    SlipPrinted,
)
from appliance.model import ALL_WELL, Devices, PrinterState, ScannerState, Side, unit_events

REFUSED_SCANS_NOTED_EVERY_S = 600.0
"""For each problem and side: a scanner that sends nothing but noise does not fill the journal."""

PRINTER = "printer"
"""What the printer's driver calls itself in `DriverFailed`."""

DeviceEvent = (
    ScanRefused | ScannerLost | ScannerFound | DriverFailed | SlipPrinted | SlipFailed | PrinterChanged
)


class DeviceDesk:
    """Keeps how the devices are, as last heard of."""

    def __init__(self, context: DeskContext, turn: Turn) -> None:
        self._context = context
        self._turn = turn
        self._refused_at_s: dict[tuple[ScanProblem, Side], float] = {}
        self.devices: Devices = ALL_WELL

    def hear(self, event: DeviceEvent) -> None:
        match event:
            case ScanRefused(problem, side):
                self._scan_refused(problem, side)
            case ScannerLost(side):
                self._scanner_is(ScannerState.LOST, side)
            case ScannerFound(side):
                self._scanner_is(ScannerState.READY, side)
            case DriverFailed(device, error, place):
                self._context.note(unit_events.DriverFailed(device, error, place))
                if device == PRINTER:
                    self._printer_died()
            case SlipPrinted():
                if self.devices.printer not in CAN_PRINT:
                    self._printer_is(PrinterState.READY)
                printer_events.printed(self._context, self._turn, event)
            case SlipFailed():
                self._printer_is(event.state)
                printer_events.failed(self._context, self._turn, event)
            case PrinterChanged(state):
                self._printer_is(state)
                printer_events.printer_is(self._context, self._turn, state)
            case _:
                assert_never(event)

    def watch(self) -> None:
        """When a slip or its printer is due to be looked at."""
        if printer_events.watch(self._context, self._turn):
            self._printer_is(PrinterState.FAULT)

    def side_meant(self, side: Side) -> Side:
        """A scanner that is left alone serves both sides."""
        return Side.READER if self.devices.scanner is ScannerState.LOST else side

    def _printer_is(self, state: PrinterState) -> None:
        self.devices = replace(self.devices, printer=state)

    def _printer_died(self) -> None:
        self._printer_is(PrinterState.FAULT)
        printer_events.printer_died(self._context, self._turn)

    def _scanner_is(self, state: ScannerState, side: Side) -> None:
        match side:
            case Side.READER:
                self.devices = replace(self.devices, scanner=state)
            case Side.GUARD:
                self.devices = replace(self.devices, guard_scanner=state)

    def _scan_refused(self, problem: ScanProblem, side: Side) -> None:
        if problem is not ScanProblem.TOO_FAST:
            before = self._turn.refusal
            scan_failed(self._turn)
            if self._turn.refusal != before:
                # Somebody is there; but noise that goes on and on keeps nobody's session alive.
                self._turn.touched_at_s = self._context.uptime_s
        uptime_s = self._context.uptime_s
        if uptime_s - self._refused_at_s.get((problem, side), -math.inf) >= REFUSED_SCANS_NOTED_EVERY_S:
            self._refused_at_s[problem, side] = uptime_s
            self._context.note(unit_events.ScanRefused(problem, side))

"""What waits for a busy core is bounded, and nothing a device tells is lost."""

from __future__ import annotations

import queue

import pytest

from appliance.inbox import MOST_WAITING, Inbox
from appliance.messages import (
    Message,
    PrinterChanged,
    Scanned,
    ScannerLost,
    ScanProblem,
    ScanRefused,
    SlipPrinted,
    Touched,
    Wake,
)
from appliance.model import PrinterState


def waiting(inbox: Inbox) -> list[Message | None]:
    found: list[Message | None] = []
    while True:
        try:
            found.append(inbox.get(0))
        except queue.Empty:
            return found


@pytest.mark.parametrize(
    "flood",
    [Touched(1, Wake()), Scanned("B1"), ScanRefused(ScanProblem.NOT_TEXT)],
    ids=lambda one: type(one).__name__,
)
def test_of_a_flood_by_people_only_so_much_waits(flood: Message) -> None:
    inbox = Inbox()
    for _ in range(100_000):
        inbox.put(flood)
    assert waiting(inbox) == [flood] * MOST_WAITING


def test_what_devices_tell_is_never_lost_behind_a_flood() -> None:
    inbox = Inbox()
    told = [ScannerLost(), PrinterChanged(PrinterState.NO_PAPER), *(SlipPrinted(n) for n in range(200)), None]
    for number in range(2 * MOST_WAITING):
        inbox.put(Touched(number, Wake()))
    for message in told:
        inbox.put(message)
    assert waiting(inbox)[MOST_WAITING:] == told


def test_there_is_room_again_when_the_core_has_taken_some() -> None:
    inbox = Inbox()
    for number in range(MOST_WAITING + 5):
        inbox.put(Touched(number, Wake()))
    assert [inbox.get(0) for _ in range(3)] == [Touched(number, Wake()) for number in range(3)]
    for number in range(900, 910):
        inbox.put(Touched(number, Wake()))
    left = waiting(inbox)
    assert len(left) == MOST_WAITING
    assert left[-3:] == [Touched(number, Wake()) for number in (900, 901, 902)]

"""To the second: how long a request lasts, what the countdown shows, when a day begins."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from appliance.kiosk.out_of_service import ClosedKiosk
from appliance.messages import (
    AskForLoan,
    GoHome,
    Started,
    Ticked,
)
from appliance.model import Language
from appliance.status import (
    AwaitingApproval,
    Home,
    OutOfService,
    OutOfServiceReason,
    Status,
)
from tests.flows.journal_rows import journal_rows
from tests.flows.storyboard import MONDAY, Storyboard


def asks(story: Storyboard, name: str, *barcodes: str) -> AwaitingApproval:
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())
    return story.sees(AwaitingApproval)


def test_a_closed_kiosk_shows_only_that(story: Storyboard) -> None:
    closed = ClosedKiosk(OutOfServiceReason.DISK_FULL)
    shown = Status(0, OutOfService(OutOfServiceReason.DISK_FULL), Language.KM, date(1970, 1, 1))
    assert closed.status == shown
    assert tuple(closed.handle(Started())) == ()
    closed.close()
    assert closed.status == shown


def test_a_request_lasts_twelve_hours_to_the_second(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    story.passes(timedelta(hours=12))
    assert "lapsed" not in story.journal_kinds()
    story.passes(timedelta(seconds=1))
    assert story.journal_kinds()[-1] == "lapsed"


def test_the_warning_counts_down_to_nothing(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    seen = [story.waits(34).leaving_in_s] + [story.waits(1).leaving_in_s for _ in range(10)]
    assert seen == [None, *range(10, 0, -1)]
    story.passes(timedelta(milliseconds=900))
    assert story.status.leaving_in_s == 1
    story.waits(1)
    story.sees(Home)


def test_time_is_what_both_clocks_say(story: Storyboard) -> None:
    story.post(Ticked(MONDAY + timedelta(hours=16), 57_600.0))
    # Midnight in Phnom Penh is five in the afternoon in Greenwich.
    assert story.status.today == date(2026, 11, 24)


def test_each_start_notes_both_clocks_and_how_sure_the_time_is(story: Storyboard) -> None:
    story.post(Ticked(MONDAY + timedelta(seconds=2, milliseconds=5), 2.0056))
    story.post(Started())
    moment = "2026-11-23T02:00:02.005+00:00"
    kind, body = journal_rows(story)[-1]
    assert kind == "clock"
    assert body.pop("boot") == story.library.timekeeper.boot.id
    assert body == {"wall": moment, "uptime_s": 2.006, "time": moment, "quality": "sure"}


def test_nothing_is_due_where_no_rule_lends(story: Storyboard) -> None:
    with pytest.raises(LookupError, match="no rule"):
        story.library.due_on(story.reader("Dara"), story.copy("D1"))

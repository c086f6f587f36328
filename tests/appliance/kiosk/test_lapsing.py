"""However many requests lapse at one moment, a tick does only a few, and those whole or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from appliance.kiosk.lapsing import LAPSE_AT_ONCE, REQUEST_LASTS
from appliance.messages import AskForLoan
from appliance.ports import StoreFull
from appliance.status import AwaitingApproval, Home
from appliance.store.journal import moment_text, verify
from tests.bench.large_library import Size, enlarge
from tests.flows.storyboard import MONDAY, Storyboard

MANY = 500


def asked_at_once(story: Storyboard, many: int = MANY) -> None:
    """So many other readers' requests, all of this Monday at nine."""
    enlarge(story.store.connection, Size(titles=many, past_loans=0, waiting=many, journal_rows=0))
    story.store.connection.execute("UPDATE request SET asked_at = ?", (moment_text(MONDAY),))


def waiting(story: Storyboard) -> int:
    return story.store.requests.count_waiting()


def copies_kept(story: Storyboard) -> int:
    return int(story.store.connection.execute("SELECT sum(waiting) FROM request_copy").get or 0)


def test_five_hundred_requests_that_lapse_at_once_lapse_a_few_at_each_tick(story: Storyboard) -> None:
    asked_at_once(story)
    story.passes(REQUEST_LASTS)
    assert waiting(story) == MANY
    story.passes(timedelta(seconds=1))
    left = [waiting(story)]
    commits: list[str] = []
    while left[-1]:
        story.store.connection.exec_trace = lambda _cursor, sql, _values: commits.append(sql) or True
        story.passes(timedelta(seconds=1))
        story.store.connection.exec_trace = None
        left.append(waiting(story))
        assert copies_kept(story) == left[-1]
    assert left == list(range(MANY - LAPSE_AT_ONCE, -1, -LAPSE_AT_ONCE))
    assert commits.count("COMMIT") == len(left) - 1
    assert story.journal_kinds().count("lapsed") == MANY
    verify(story.store.connection)


def test_a_tick_that_finds_no_room_lets_none_of_its_requests_lapse(
    story: Storyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_at_once(story, 2 * LAPSE_AT_ONCE)
    decide, decided = story.store.requests.decide, 0

    def full_in_the_middle(*decision: Any) -> bool:
        nonlocal decided
        decided += 1
        if decided == LAPSE_AT_ONCE // 2:
            raise StoreFull
        return decide(*decision)

    with monkeypatch.context() as full:
        full.setattr(story.store.requests, "decide", full_in_the_middle)
        story.passes(REQUEST_LASTS + timedelta(seconds=1))
    assert waiting(story) == copies_kept(story) == 2 * LAPSE_AT_ONCE
    assert "lapsed" not in story.journal_kinds()
    story.waits(3)
    assert waiting(story) == copies_kept(story) == 0


def test_a_scan_between_two_ticks_is_answered_though_requests_still_lapse(story: Storyboard) -> None:
    asked_at_once(story)
    story.passes(REQUEST_LASTS + timedelta(seconds=1))
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.sees(AwaitingApproval)
    assert waiting(story) == MANY - LAPSE_AT_ONCE + 1
    story.waits(MANY // LAPSE_AT_ONCE)
    assert waiting(story) == 1


def test_the_request_on_the_screen_ends_with_its_tick_and_no_other(story: Storyboard) -> None:
    asked_at_once(story, LAPSE_AT_ONCE)
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.stays(REQUEST_LASTS)
    story.passes(timedelta(seconds=1))
    story.sees(AwaitingApproval)
    story.passes(timedelta(seconds=1))
    story.sees(Home)

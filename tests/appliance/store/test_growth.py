"""What is asked while somebody waits is found by an index: it costs the same after ten years of lending."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from appliance.kiosk.lapsing import REQUEST_LASTS
from appliance.messages import AskForLoan, GoHome, StartReturning
from appliance.model import RequestId
from appliance.status import Approved, AwaitingApproval, GuardDesk
from tests.flows.storyboard import Storyboard

GROWING = "request|request_copy|loan|slip|journal|title|copy|record|reader"
_WAITING_ONLY = r"USING (?:COVERING )?INDEX (?:request_waiting|request_waiting_since|journal_of_runs)\b"

_LAST_ROW = re.compile(r"SELECT [\w, ]+ FROM journal ORDER BY seq DESC LIMIT 1")
"""SQLite calls that a scan, too; it ends at the first row that it meets."""


@contextmanager
def asked(story: Storyboard) -> Iterator[set[str]]:
    """The SQL of all statements that ran meanwhile."""
    seen: set[str] = set()

    def note(_cursor: object, sql: str, _bindings: object) -> bool:
        seen.add(sql)
        return True

    story.store.connection.exec_trace = note
    yield seen
    story.store.connection.exec_trace = None


def scans(story: Storyboard, statements: set[str]) -> list[str]:
    """The steps of all plans that read a growing table row by row from its first one."""
    plans = [
        (sql, step)
        for sql in statements
        if re.match(r"\s*(?:SELECT|UPDATE|DELETE|INSERT)", sql)
        for *_, step in story.store.connection.execute(f"EXPLAIN QUERY PLAN {sql}", _any_values(sql))
    ]
    return [
        f"{step}: {sql}"
        for sql, step in plans
        if re.match(rf"SCAN (?:{GROWING})\b", step)
        and not re.search(_WAITING_ONLY, step)
        and not _LAST_ROW.fullmatch(sql)
    ]


def _any_values(sql: str) -> tuple[int, ...]:
    numbered = [int(number) for number in re.findall(r"\?(\d+)", sql)]
    return (1,) * (max(numbered) if numbered else sql.count("?"))


def a_loan(story: Storyboard) -> None:
    story.scans_card_of("Chanthy")
    story.scans("B1")
    story.touches(AskForLoan())
    story.sees(Approved)
    story.touches(GoHome())
    story.touches(StartReturning())
    story.scans("B1")
    story.touches(GoHome())


def a_request_at_the_guards_desk(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B2")
    story.touches(AskForLoan())
    story.sees(AwaitingApproval)
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    story.sees(GuardDesk)
    story.scans("B2")


def a_tick_at_which_requests_are_due_to_lapse(story: Storyboard) -> None:
    """Any other tick asks the file for nothing."""
    story.passes(REQUEST_LASTS + timedelta(seconds=1))


def an_isbn(story: Storyboard) -> None:
    story.scans("9780141439518")


def a_start(story: Storyboard) -> None:
    assert story.store.journal.last_start_is_open() is False
    assert story.store.journal.has_just_crashed() is False
    assert story.store.dates.last_row_at()


@pytest.mark.parametrize(
    "happens",
    [a_loan, a_request_at_the_guards_desk, a_tick_at_which_requests_are_due_to_lapse, an_isbn, a_start],
)
@pytest.mark.parametrize("analysed", [False, True])
def test_no_table_that_grows_is_read_from_end_to_end(
    story: Storyboard, happens: Callable[[Storyboard], None], analysed: bool
) -> None:
    if analysed:
        story.store.connection.execute("ANALYZE")
    with asked(story) as statements:
        happens(story)
    assert statements
    assert scans(story, statements) == []


def test_a_plan_that_reads_all_titles_is_seen_as_one(story: Storyboard) -> None:
    assert scans(story, {"SELECT id FROM title WHERE publisher = ?"})


@pytest.fixture
def three_waiting(story: Storyboard) -> Iterator[Storyboard]:
    """Dara asked first, Vichet an hour later, Sophea two; their requests are numbered so."""
    for name, barcode in (("Dara", "B1"), ("Vichet", "B2"), ("Sophea", "B3")):
        story.scans_card_of(name)
        story.scans(barcode)
        story.touches(AskForLoan())
        story.sees(AwaitingApproval)
        story.passes(timedelta(hours=1))
    yield story


def page(story: Storyboard, first: int | None, offset: int) -> list[int]:
    here = None if first is None else RequestId(first)
    return [request.id for request in story.store.requests.waiting_page(here, offset, 2)]


def test_the_request_here_leads_the_pages_and_none_is_shown_twice(three_waiting: Storyboard) -> None:
    assert three_waiting.store.requests.count_waiting() == 3
    assert [page(three_waiting, None, at) for at in (0, 2, 4)] == [[1, 2], [3], []]
    assert [page(three_waiting, 3, at) for at in (0, 2, 4)] == [[3, 1], [2], []]
    assert [page(three_waiting, 2, at) for at in (0, 1, 2)] == [[2, 1], [1, 3], [3]]
    assert page(three_waiting, 77, 0) == [1, 2]


def test_requests_lapse_by_the_time_they_were_asked(three_waiting: Storyboard) -> None:
    requests = three_waiting.store.requests
    first, second = (requests.waiting(RequestId(number)) for number in (1, 2))
    assert first and second
    later = second.asked_at + timedelta(milliseconds=1)
    assert requests.lapsed_before(first.asked_at, most=9) == ()
    assert requests.lapsed_before(second.asked_at, most=9) == (first,)
    assert requests.lapsed_before(later, most=9) == (first, second)
    assert requests.lapsed_before(later, most=1) == (first,)

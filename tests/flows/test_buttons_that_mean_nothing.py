"""A command that a screen does not have changes nothing there, and the journal names both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from appliance.messages import (
    AskForCard,
    AskForLoan,
    ChangeDate,
    Command,
    Decline,
    GoHome,
    Renew,
    SetDate,
    StartReturning,
    StartSearching,
    StartTrial,
    TakeBackRequest,
    TouchTarget,
    Wake,
)
from appliance.model import LoanId
from appliance.status import DatePart, GuardDesk, Purpose, Trial
from tests.flows.journal_rows import journal_rows
from tests.flows.slip_codes import code_of
from tests.flows.storyboard import Storyboard, borrows


def home(story: Storyboard) -> None:
    story.touches(Wake())


def asked_for_a_card(story: Storyboard) -> None:
    home(story)
    story.touches(AskForCard(Purpose.BORROW))


def at_the_basket(story: Storyboard) -> None:
    story.scans_card_of("Dara")


def awaiting_approval(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())


def approved(story: Storyboard) -> None:
    borrows(story, "Chanthy", "B1")


def declined(story: Storyboard) -> None:
    awaiting_approval(story)
    at_the_guards_desk(story)
    story.touches(Decline(story.sees(GuardDesk).requests[0].id))


def returning(story: Storyboard) -> None:
    home(story)
    story.touches(StartReturning())


def searching(story: Storyboard) -> None:
    home(story)
    story.touches(StartSearching())


def at_a_title(story: Storyboard) -> None:
    story.scans("B1")


def at_my_books(story: Storyboard) -> None:
    home(story)
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")


def at_a_slip(story: Storyboard) -> None:
    story.scans(code_of(story, borrows(story, "Chanthy", "B1").request_id))


def at_the_pin(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")


def at_the_guards_desk(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.types_pin()


def at_the_date(story: Storyboard) -> None:
    at_the_guards_desk(story)
    story.touches(SetDate())


def at_the_bench(story: Storyboard) -> None:
    story.scans_badge_of("Technician Sam")
    story.types_pin()


def trying_the_scanner(story: Storyboard) -> None:
    at_the_bench(story)
    story.touches(StartTrial(Trial.SCAN))


def trying_the_screen(story: Storyboard) -> None:
    at_the_bench(story)
    story.touches(StartTrial(Trial.TOUCH))


FOREIGN: list[tuple[Callable[[Storyboard], None], str, Command]] = [
    (home, "Home", AskForLoan()),
    (asked_for_a_card, "Identify", AskForLoan()),
    (at_the_basket, "Basket", Renew(LoanId(1))),
    (awaiting_approval, "AwaitingApproval", AskForLoan()),
    (approved, "Approved", TakeBackRequest()),
    (declined, "Declined", TakeBackRequest()),
    (returning, "Returning", AskForLoan()),
    (searching, "Searching", AskForLoan()),
    (at_a_title, "TitlePage", AskForLoan()),
    (at_my_books, "MyBooks", AskForLoan()),
    (at_a_slip, "SlipBooks", AskForLoan()),
    (at_the_pin, "GuardSignIn", SetDate()),
    (at_the_guards_desk, "GuardDesk", ChangeDate(DatePart.DAY, 1)),
    (at_the_date, "SettingDate", SetDate()),
    (at_the_bench, "Bench", AskForLoan()),
    (trying_the_scanner, "ScanTrial", TouchTarget(hit=True)),
    (trying_the_screen, "TouchTrial", AskForLoan()),
]


@pytest.mark.parametrize(("way", "scene", "command"), FOREIGN, ids=[scene for _, scene, _ in FOREIGN])
def test_a_foreign_command_is_left_out_and_journalled_by_name(
    story: Storyboard, way: Callable[[Storyboard], None], scene: str, command: Command
) -> None:
    way(story)
    before = story.status
    assert type(before.scene).__name__ == scene
    story.touches(command)
    assert story.status == before
    named = {"scene": scene, "command": type(command).__name__}
    assert journal_rows(story)[-1] == ("unforeseen", named)
    rows = len(story.journal_kinds())
    story.touches(GoHome())
    assert "unforeseen" not in story.journal_kinds()[rows:]

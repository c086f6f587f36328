"""What is scanned by mistake, by the other side, or by somebody who plays: it costs nobody anything."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from appliance.kiosk.device_events import REFUSED_SCANS_NOTED_EVERY_S
from appliance.messages import (
    AskForCard,
    AskForLoan,
    DriverFailed,
    GoHome,
    Scanned,
    ScannerFound,
    ScannerLost,
    ScanProblem,
    ScanRefused,
    StartReturning,
    StartSearching,
    Wake,
)
from appliance.model import Reason, ScannerState, Side
from appliance.status import (
    Attract,
    AwaitingApproval,
    Basket,
    GuardDesk,
    GuardSignIn,
    Home,
    Identify,
    MyBooks,
    Purpose,
    Returning,
    TitlePage,
)
from drivers.scanner.framing import Framer
from drivers.scanner.intake import Intake
from tests.flows.slip_codes import code_of
from tests.flows.storyboard import Storyboard, borrows


def reasons(story: Storyboard) -> tuple[Reason, ...]:
    refusal = story.status.refusal
    return refusal.reasons if refusal else ()


def test_two_codes_that_came_as_one_are_refused_and_the_basket_is_kept(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    for glued in (story.card_of("Dara") * 2, "B2B3", "B2B2", "B2" + code_of(story, 1), f"B2]C0{'B3'}"):
        story.scans(glued)
        assert reasons(story) == (Reason.TWO_CODES_AT_ONCE,)
        assert len(story.sees(Basket).lines) == 1
    story.scans("B2")
    assert reasons(story) == ()
    assert len(story.sees(Basket).lines) == 2


def test_an_add_on_is_known_by_its_mark_and_a_trade_label_is_not_ours(story: Storyboard) -> None:
    story.scans("]C1010950110153000310ABC123")
    assert reasons(story) == (Reason.TRADE_CODE,)
    story.scans("]C0B1")
    assert story.sees(TitlePage).title == story.copy("B1").title


@pytest.mark.parametrize("problem", [ScanProblem.NOT_TEXT, ScanProblem.TOO_LONG, ScanProblem.BROKEN_OFF])
def test_what_could_not_be_read_is_told_and_costs_nothing(story: Storyboard, problem: ScanProblem) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.post(ScanRefused(problem))
    assert reasons(story) == (Reason.UNREADABLE_SCAN,)
    assert len(story.sees(Basket).lines) == 1


def test_noise_without_end_keeps_no_session_alive_and_does_not_fill_the_journal(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    for _ in range(int(REFUSED_SCANS_NOTED_EVERY_S) + 10):
        story.waits(1)
        story.post(ScanRefused(ScanProblem.NOT_TEXT))
    assert isinstance(story.status.scene, Home | Attract)
    assert story.journal_kinds().count("scan_refused") == 2


def test_a_flood_is_not_shown_but_journalled(story: Storyboard) -> None:
    story.touches(Wake())
    before = story.status
    story.post(ScanRefused(ScanProblem.TOO_FAST))
    assert story.status == before
    assert story.journal_kinds()[-1] == "scan_refused"


def test_nothing_is_refused_where_no_scan_is_expected(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.post(ScanRefused(ScanProblem.NOT_TEXT))
    story.scans("nobody has this")
    story.sees(GuardSignIn)


def readers_scenes(story: Storyboard) -> Iterator[type]:
    """One after the other, whatever of a reader's can be on the screen."""
    story.touches(Wake())
    story.touches(AskForCard(Purpose.BORROW))
    yield Identify
    story.scans_card_of("Dara")
    yield Basket
    story.touches(GoHome())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")
    yield MyBooks


def test_the_guards_side_does_not_reach_into_a_readers_turn(story: Storyboard) -> None:
    for scene in readers_scenes(story):
        for code in ("B1", story.card_of("Sophea"), code_of(story, 1)):
            story.scans(code, Side.GUARD)
            refused = story.status.scene
            assert isinstance(refused, scene)
            assert reasons(story) == (Reason.OTHER_SIDE,)
        story.scans(story.card_of("Dara"))
        story.sees(Basket if scene is Identify else scene)
        assert reasons(story) == ()
        story.touches(GoHome())
        story.touches(Wake())


def test_a_badge_at_the_guards_side_opens_the_sign_in_over_a_request(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.sees(AwaitingApproval)
    story.scans(story.badge_of("Guard Rith"), Side.GUARD)
    story.sees(GuardSignIn)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("signed_in", [True, False], ids=["at the desk", "at the sign-in"])
def test_a_readers_card_closes_what_is_a_guards_whatever_side_it_comes_from(
    story: Storyboard, side: Side, signed_in: bool
) -> None:
    story.scans_badge_of("Guard Rith")
    if signed_in:
        story.types_pin()
        story.sees(GuardDesk)
    before = story.status.session
    story.scans(story.card_of("Dara"), side)
    assert story.sees(Basket).lines == ()
    assert story.status.session != before


def test_books_are_taken_back_over_the_guards_side_too(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.touches(GoHome())
    story.touches(StartReturning())
    story.scans("B1", Side.GUARD)
    assert [line.copy.barcode for line in story.sees(Returning).lines] == ["B1"]


def test_where_the_readers_scanner_is_lost_the_guards_one_serves_both_sides(story: Storyboard) -> None:
    story.post(ScannerLost(Side.READER))
    assert story.status.devices.scanner is ScannerState.LOST
    story.scans(story.card_of("Dara"), Side.GUARD)
    story.scans("B1", Side.GUARD)
    assert len(story.sees(Basket).lines) == 1
    story.post(ScannerFound(Side.READER))
    story.scans("B2", Side.GUARD)
    assert reasons(story) == (Reason.OTHER_SIDE,)


def test_a_lost_guards_scanner_is_known_and_changes_nothing_for_readers(story: Storyboard) -> None:
    story.post(ScannerLost(Side.GUARD))
    assert story.status.devices.guard_scanner is ScannerState.LOST
    assert story.status.devices.scanner is ScannerState.READY
    story.scans_card_of("Dara")
    story.sees(Basket)


CANARY = "CANARY-0123456789"


def test_no_scanned_code_is_in_the_journal(story: Storyboard) -> None:
    story.touches(Wake())
    for code in (CANARY, f"]C0{CANARY}", f"]z9{CANARY}", CANARY + story.card_of("Dara"), f"]A1{CANARY}"):
        for side in Side:
            story.scans(code, side)
            story.scans_card_of("Dara")
            story.scans(code, side)
            story.touches(GoHome())
    story.post(ScanRefused(ScanProblem.NOT_TEXT))
    story.post(DriverFailed("scanner-reader", "ValueError", "framing.py:12"))
    written = [body for (body,) in story.store.connection.execute("SELECT body FROM journal")]
    assert written
    assert not any(CANARY in body or story.card_of("Dara") in body for body in written)


def test_thousands_of_broken_scans_on_every_screen_are_survived(story: Storyboard) -> None:
    chance = random.Random(23)
    good = [
        story.card_of("Dara"),
        "B1",
        "B2",
        "T1",
        code_of(story, 1),
        "9789996301766",
        "]E3978999630176651999",
    ]
    framer, intake = Framer(), Intake(Side.READER)
    touches = [Wake(), GoHome(), StartReturning(), StartSearching(), AskForCard(Purpose.MY_BOOKS)]
    scenes = set()
    for number in range(3000):
        sent = bytearray(chance.choice(good).encode())
        for _ in range(chance.randrange(3)):
            at = chance.randrange(len(sent) + 1)
            sent[at : at + chance.randrange(3)] = chance.choice(
                [b"", chance.randbytes(2), b"]E3", bytes(sent)]
            )
        for frame in framer.feed(bytes(sent) + b"\r", number * 1.0):
            intake.take(frame, number * 1.0, story.post)
        if chance.random() < 0.3:
            story.touches(GoHome())
            story.touches(chance.choice(touches))
        scenes.add(type(story.status.scene))
    assert scenes >= {Home, Basket, Identify, MyBooks, Returning, TitlePage}
    assert story.journal_head().seq


def test_a_genuine_card_is_posted_as_it_was_printed(story: Storyboard) -> None:
    heard: list[object] = []
    Intake(Side.READER).take(story.card_of("Dara").encode(), 0.0, heard.append)
    assert heard == [Scanned(story.card_of("Dara"))]

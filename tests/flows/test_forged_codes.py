"""Somebody tries codes until one fits: slowly, journalled, and told to staff; others are served."""

from __future__ import annotations

import json

from appliance.messages import AskForLoan, EnterDigit, GoBack, GoHome, StartReturning, Wake
from appliance.model import Reason, Side
from appliance.model.speech import Cue, Phrase
from appliance.people.cards import CardKind, card_code
from appliance.people.forgeries import FORGIVEN_EVERY_S, FREE_TRIES, LONGEST_PAUSE_S
from appliance.status import Approved, Basket, GuardSignIn, Home, Returning, SlipBooks
from tests.flows.forging import forged_card, forges, reasons, wait_s
from tests.flows.hearing import heard, last
from tests.flows.slip_codes import code_of, forged_code, no_slip_has_a_key_yet, old_code
from tests.flows.storyboard import Storyboard, borrows


def rows(story: Storyboard) -> list[dict[str, object]]:
    query = "SELECT body FROM journal WHERE kind = 'forged_code' ORDER BY seq"
    return [json.loads(body) for (body,) in story.store.connection.execute(query)]


def test_a_forged_card_badge_and_slip_are_journalled_without_the_code(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.touches(GoHome())
    badge = story.badge_of("Guard Rith")
    for code in (
        forged_card(story),
        badge[:-1] + ("A" if badge[-1] != "A" else "B"),
        forged_code(story, number),
    ):
        story.scans(code)
    story.scans(old_code(number), Side.GUARD)
    assert rows(story) == [
        {"count": 1, "side": "reader", "what": "card"},
        {"count": 2, "side": "reader", "what": "badge"},
        {"count": 3, "side": "reader", "what": "slip"},
        {"count": 4, "side": "guard", "what": "slip"},
    ]


def test_a_replaced_card_and_an_old_slip_are_no_forgeries(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    no_slip_has_a_key_yet(story)
    card = story.card_of("Sophea")
    story.store.connection.execute("UPDATE reader SET issue = 3 WHERE name = 'Sophea'")
    unknown = card_code(story.library.card_key, CardKind.READER, 777, 1)
    for code in (old_code(number), card, unknown):
        story.scans(code)
    assert reasons(story) == (Reason.UNKNOWN_CARD,)
    assert rows(story) == []


def test_a_few_mistakes_cost_nothing(story: Storyboard) -> None:
    forges(story, FREE_TRIES)
    assert reasons(story) == (Reason.UNKNOWN_CARD,)
    story.scans_card_of("Dara")
    story.sees(Basket)


def test_the_pause_grows_and_is_shown_counted_down_and_told_once(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    forges(story, FREE_TRIES)
    pauses = []
    for _ in range(6):
        heard(story)
        story.scans(forged_card(story))
        assert last(story) == (Cue.REFUSED, (Phrase.UNKNOWN_CARD, Phrase.WAIT_TO_SCAN))
        assert reasons(story) == (Reason.UNKNOWN_CARD, Reason.WAIT_TO_SCAN)
        pauses.append(wait_s(story))
        for left in range(pauses[-1], 0, -1):
            assert wait_s(story) == left
            story.waits(1)
        assert wait_s(story) is None
        assert heard(story) == []
    assert pauses == [2, 4, 8, 16, LONGEST_PAUSE_S, LONGEST_PAUSE_S]


def test_what_is_scanned_in_the_pause_is_not_looked_at_and_the_next_in_line_waits_half_a_minute_at_most(
    story: Storyboard,
) -> None:
    forges(story, FREE_TRIES + 7)
    tried = len(rows(story))
    heard(story)
    story.scans_card_of("Sophea")
    assert reasons(story) == (Reason.WAIT_TO_SCAN,)
    assert last(story) == (Cue.REFUSED, (Phrase.WAIT_TO_SCAN,))
    story.scans(forged_card(story))
    assert len(rows(story)) == tried
    story.waits(LONGEST_PAUSE_S)
    story.scans_card_of("Sophea")
    assert story.sees(Basket).reader.name == "Sophea"


def test_a_machine_that_never_stops_tries_two_codes_a_minute(story: Storyboard) -> None:
    forges(story, FREE_TRIES + 6)
    before = len(rows(story))
    for _ in range(600):
        story.waits(1)
        story.scans(forged_card(story))
    assert len(rows(story)) - before <= 600 / LONGEST_PAUSE_S + 1


def test_who_has_their_turn_goes_on_with_their_books_in_a_pause(story: Storyboard) -> None:
    story.scans_card_of("Chanthy")
    story.scans("B1")
    forges(story, FREE_TRIES + 3)
    story.touches(GoBack())
    story.scans("B2")
    assert len(story.sees(Basket).lines) == 2
    story.touches(AskForLoan())
    story.sees(Approved)


def test_books_come_back_in_a_pause(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.touches(GoHome())
    forges(story, FREE_TRIES + 3)
    story.touches(GoBack())
    story.touches(StartReturning())
    story.scans("B1")
    assert len(story.sees(Returning).lines) == 1


def test_the_other_side_has_no_pause(story: Storyboard) -> None:
    forges(story, FREE_TRIES + 3)
    assert wait_s(story) is not None
    story.scans(story.badge_of("Guard Rith"), Side.GUARD)
    story.sees(GuardSignIn)


def test_slips_are_in_the_pause_too(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.touches(GoHome())
    for guess in range(FREE_TRIES + 1):
        story.scans(old_code(number + guess))
    assert reasons(story) == (Reason.UNKNOWN_CODE, Reason.WAIT_TO_SCAN)
    story.scans(code_of(story, number))
    assert reasons(story) == (Reason.WAIT_TO_SCAN,)
    story.waits(LONGEST_PAUSE_S)
    story.scans(code_of(story, number))
    story.sees(SlipBooks)


def test_a_forged_badge_at_the_sign_in_takes_part(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    badge = story.badge_of("Librarian Mony")
    for _ in range(FREE_TRIES + 1):
        story.scans(badge[:-1] + ("A" if badge[-1] != "A" else "B"))
    assert story.sees(GuardSignIn).staff is None
    assert reasons(story) == (Reason.WAIT_TO_SCAN,)
    story.waits(2)
    assert reasons(story) == ()


def test_tries_are_forgiven_with_time(story: Storyboard) -> None:
    forges(story, FREE_TRIES)
    story.waits(FORGIVEN_EVERY_S + 1)
    story.scans(forged_card(story))
    assert reasons(story) == (Reason.UNKNOWN_CARD,)
    story.scans(forged_card(story))
    assert reasons(story) == (Reason.UNKNOWN_CARD, Reason.WAIT_TO_SCAN)


def test_own_cards_between_the_guesses_do_not_help(story: Storyboard) -> None:
    for _ in range(FREE_TRIES):
        story.scans(forged_card(story))
        story.scans_card_of("Sophea")
        story.touches(GoHome())
    story.scans(forged_card(story))
    assert reasons(story) == (Reason.UNKNOWN_CARD, Reason.WAIT_TO_SCAN)


def test_a_button_takes_the_pause_off_the_screen_and_does_not_end_it(story: Storyboard) -> None:
    story.touches(Wake())
    forges(story, FREE_TRIES + 3)
    story.touches(GoBack())
    story.sees(Home)
    assert reasons(story) == ()
    story.scans_card_of("Dara")
    assert reasons(story) == (Reason.WAIT_TO_SCAN,)


def test_a_pin_that_is_being_typed_is_kept_in_a_pause(story: Storyboard) -> None:
    forges(story, FREE_TRIES + 3)
    story.scans(story.badge_of("Guard Rith"), Side.GUARD)
    story.touches(EnterDigit(4))
    story.scans_card_of("Dara")
    assert reasons(story) == (Reason.WAIT_TO_SCAN,)
    assert story.sees(GuardSignIn).digits == 1

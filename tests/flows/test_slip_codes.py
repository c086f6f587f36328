"""What the code on a slip shows to whoever holds it, with a card and without."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import GoHome, StartReturning
from appliance.model import Reason
from appliance.model.speech import Cue, Phrase
from appliance.status import Basket, DueBooks, Home, MyBooks, SlipBooks
from tests.flows.hearing import heard, last
from tests.flows.slip_codes import code_of, forged_code, no_slip_has_a_key_yet, old_code
from tests.flows.storyboard import Storyboard, borrows


def reasons(story: Storyboard) -> tuple[Reason, ...]:
    return story.status.refusal.reasons if story.status.refusal else ()


def test_whoever_finds_a_slip_sees_days_and_how_many_and_not_what_is_read(story: Storyboard) -> None:
    approved = borrows(story, "Dara", "B1", "B2")
    story.touches(GoHome())
    story.scans(code_of(story, approved.request_id))
    due_on = approved.loans[0].due_on
    left = (due_on - story.status.today).days
    assert story.sees(SlipBooks).due == (DueBooks(due_on, books=2, days_left=left),)
    for told in ("Dara", story.copy("B1").title.title, "B1", "អ្នកនិពន្ធ"):
        assert told not in repr(story.status)


def test_books_of_a_slip_that_are_due_on_different_days_are_told_by_day_the_soonest_first(
    story: Storyboard,
) -> None:
    approved = borrows(story, "Dara", "B1", "B2", "B3")
    later = approved.loans[0].due_on + timedelta(days=7)
    story.store.connection.execute("UPDATE loan SET due_on = ? WHERE id = 1", (later.isoformat(),))
    story.touches(GoHome())
    story.scans(code_of(story, approved.request_id))
    assert [(due.due_on, due.books) for due in story.sees(SlipBooks).due] == [
        (approved.loans[0].due_on, 2),
        (later, 1),
    ]


def test_the_readers_card_after_the_slip_shows_what_they_have(story: Storyboard) -> None:
    approved = borrows(story, "Dara", "B1")
    story.touches(GoHome())
    story.scans(code_of(story, approved.request_id))
    heard(story)
    story.scans_card_of("Dara")
    assert [line.loan.copy.barcode for line in story.sees(MyBooks).lines] == ["B1"]
    assert last(story) == (Cue.ACCEPTED, (Phrase.MY_BOOKS,))


def test_another_readers_card_after_a_slip_shows_their_own_books_and_not_the_slips(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    borrows(story, "Sophea", "B2")
    story.touches(GoHome())
    story.scans(code_of(story, number))
    story.scans_card_of("Sophea")
    assert [line.loan.copy.barcode for line in story.sees(MyBooks).lines] == ["B2"]


def test_a_slip_is_told_aloud_with_the_way_to_its_titles(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.touches(GoHome())
    heard(story)
    story.scans(code_of(story, number))
    assert last(story) == (Cue.ACCEPTED, (Phrase.SLIP_BOOKS, Phrase.SLIP_CARD))


def test_slips_cannot_be_walked_through(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.touches(GoHome())
    for code in (forged_code(story, number), old_code(number)):
        story.scans(code)
        assert reasons(story) == (Reason.UNKNOWN_CODE,)
        story.sees(Home)


def test_a_slip_from_before_the_key_is_read_while_its_books_are_out_and_told_as_old(
    story: Storyboard,
) -> None:
    number = borrows(story, "Dara", "B1").request_id
    no_slip_has_a_key_yet(story)
    story.touches(GoHome())
    heard(story)
    story.scans(old_code(number))
    scene = story.sees(SlipBooks)
    assert (scene.is_old, len(scene.due)) == (True, 1)
    assert last(story) == (Cue.ACCEPTED, (Phrase.SLIP_BOOKS, Phrase.SLIP_CARD, Phrase.SLIP_OLD))
    story.scans(code_of(story, number))
    assert not story.sees(SlipBooks).is_old


def test_an_old_slip_whose_books_are_back_tells_nothing_but_that(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    no_slip_has_a_key_yet(story)
    story.touches(GoHome())
    story.touches(StartReturning())
    story.scans("B1")
    story.touches(GoHome())
    story.scans(old_code(number))
    scene = story.sees(SlipBooks)
    assert (scene.due, scene.is_old) == ((), False)


def test_what_is_lent_after_the_update_has_no_old_code(story: Storyboard) -> None:
    first = borrows(story, "Dara", "B1").request_id
    no_slip_has_a_key_yet(story)
    second = borrows(story, "Sophea", "B2").request_id
    story.touches(GoHome())
    story.scans(old_code(second))
    assert reasons(story) == (Reason.UNKNOWN_CODE,)
    story.scans(old_code(first))
    story.sees(SlipBooks)


def test_a_slip_of_another_library_is_not_ours(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    code = code_of(story, number)
    story.library.card_key = bytes(32)
    story.touches(GoHome())
    story.scans(code)
    assert reasons(story) == (Reason.UNKNOWN_CODE,)


def test_a_forged_slip_costs_nobody_their_basket(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.scans_card_of("Sophea")
    story.scans("B2")
    story.scans(forged_code(story, number))
    assert reasons(story) == (Reason.UNKNOWN_CODE,)
    assert len(story.sees(Basket).lines) == 1

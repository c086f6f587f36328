"""The rule of touches by itself: what was drawn at a place, with a meaning, for a moment."""

from __future__ import annotations

import pytest

from ui.contacts import BOUNCE_S, Contacts
from ui.seen import LETTER_MOMENT_S, MOMENT_S, Offer, Seen, offer_at

HERE, THERE = (0.0, 0.0, 100.0, 50.0), (0.0, 60.0, 100.0, 110.0)
AT, AT_THERE = (50.0, 25.0), (50.0, 85.0)
APPROVE, DECLINE = Offer(HERE, "approve"), Offer(HERE, "decline")


def seen(*frames: tuple[float, list[Offer]]) -> Seen:
    glass = Seen()
    for at_s, offers in frames:
        glass.drawn(offers, at_s)
    return glass


def test_nothing_was_seen_before_the_first_frame() -> None:
    assert not seen().has_seen(APPROVE, *AT, 10)


@pytest.mark.parametrize(("after_s", "counts"), [(MOMENT_S - 0.01, False), (MOMENT_S, True)])
def test_what_is_drawn_counts_after_a_moment(after_s: float, counts: bool) -> None:
    assert seen((10, [APPROVE])).has_seen(APPROVE, *AT, 10 + after_s) is counts


def test_what_changes_its_meaning_is_new() -> None:
    glass = seen((0, [DECLINE]), (10, [APPROVE]))
    assert not glass.has_seen(APPROVE, *AT, 10 + MOMENT_S - 0.01)
    assert glass.has_seen(APPROVE, *AT, 10 + MOMENT_S)


def test_what_moves_is_new_where_it_is_and_old_where_both_places_meet() -> None:
    tall, moved = Offer((0, 0, 100, 80), "renew"), Offer((0, 40, 100, 120), "renew")
    glass = seen((0, [tall]), (10, [moved]))
    assert not glass.has_seen(moved, 50, 100, 10.1)
    assert glass.has_seen(moved, 50, 60, 10.1)


def test_what_was_covered_for_one_frame_is_new() -> None:
    glass = seen((0, [APPROVE]), (10, [Offer(HERE, None), APPROVE]), (10.03, [APPROVE]))
    assert not glass.has_seen(APPROVE, *AT, 10.1)


def test_what_was_gone_for_one_frame_is_new() -> None:
    glass = seen((0, [APPROVE]), (10, []), (10.03, [APPROVE]))
    assert not glass.has_seen(APPROVE, *AT, 10.1)


def test_a_letter_counts_sooner() -> None:
    letter = Offer(HERE, "a", LETTER_MOMENT_S)
    glass = seen((10, [letter]))
    assert not glass.has_seen(letter, *AT, 10 + LETTER_MOMENT_S - 0.01)
    assert glass.has_seen(letter, *AT, 10 + LETTER_MOMENT_S)


def test_the_same_again_is_no_change_however_often_it_is_drawn() -> None:
    glass = seen(*((10 + frame / 30, [Offer(HERE, "approve")]) for frame in range(30)))
    assert glass.has_seen(APPROVE, *AT, 10 + MOMENT_S)


def test_only_the_last_moment_is_remembered() -> None:
    glass = seen(*((frame / 100, [Offer(HERE, frame)]) for frame in range(1000)))
    assert len(glass._frames) <= MOMENT_S * 100 + 2


def test_the_first_in_order_is_reached() -> None:
    assert offer_at([APPROVE, DECLINE], *AT) is APPROVE
    assert offer_at([Offer(THERE, "renew"), DECLINE], *AT) is DECLINE
    assert offer_at([APPROVE], *AT_THERE) is None


def test_a_contact_that_bounces_is_one_tap() -> None:
    contacts = Contacts()
    assert contacts.begins("a", 100, 100, 0)
    contacts.ends("a", 0.01)
    assert not contacts.begins("b", 103, 98, 0.02)
    contacts.ends("b", 0.03)
    assert contacts.begins("c", 100, 100, 0.03 + BOUNCE_S)


def test_a_contact_lost_within_a_long_press_is_the_same_press() -> None:
    contacts = Contacts()
    assert contacts.begins("a", 100, 100, 0)
    contacts.ends("a", 3)
    assert not contacts.begins("b", 100, 100, 3.02)


def test_a_fingertip_felt_twice_is_one_and_two_fingers_are_two() -> None:
    contacts = Contacts()
    assert contacts.begins("a", 100, 100, 0)
    assert not contacts.begins("b", 110, 100, 0.02)
    assert contacts.begins("c", 152, 100, 0.02)


def test_beside_gum_nothing_is_deaf() -> None:
    contacts = Contacts()
    contacts.begins("gum", 100, 100, 0)
    assert contacts.begins("finger", 100, 100, 5)

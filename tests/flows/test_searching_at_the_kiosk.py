"""Searching at the kiosk: letters, pages, and what can be expected of each title."""

from __future__ import annotations

from appliance.catalogue.entry import CopyEntry, Entry, RecordFormat
from appliance.kiosk.reader.search import HITS_PER_PAGE
from appliance.messages import (
    EraseAll,
    EraseLetter,
    GoBack,
    GoHome,
    OpenTitle,
    StartSearching,
    TurnPage,
    TypeText,
    Wake,
)
from appliance.model import Availability, CopyKind, CopyLine, Shelf, TitleId
from appliance.status import Home, Searching, TitlePage
from appliance.store.catalogue.importing import import_entries
from tests.flows.storyboard import MONDAY, Storyboard, borrows


def with_many_titles(story: Storyboard, titles: int) -> None:
    entries = [
        Entry(
            key=f"many:{number}",
            title=f"Elephants {number:02}",
            record=str(number).encode(),
            record_format=RecordFormat.ROW,
            shelf=Shelf.STORIES,
            copies=(CopyEntry(f"M{number}", CopyKind.BOOK),),
        )
        for number in range(titles)
    ]
    import_entries(story.store.connection, entries, at=MONDAY)


def types(story: Storyboard, text: str) -> Searching:
    story.touches(Wake())
    story.touches(StartSearching())
    for letter in text:
        story.touches(TypeText(letter))
    return story.sees(Searching)


def titles(scene: Searching) -> list[str]:
    return [hit.title.title for hit in scene.hits]


def test_before_anything_is_typed_there_is_something_to_look_through(story: Storyboard) -> None:
    first = types(story, "")
    assert (first.text, first.page, first.pages, first.found) == ("", 0, 1, 8)
    assert len(first.hits) == 8
    assert not first.more
    assert not first.guessed


def test_letters_are_typed_taken_back_and_taken_back_all(story: Storyboard) -> None:
    browsed = types(story, "")
    assert titles(types(story, "cand")) == ["Candide"]
    story.touches(EraseLetter())
    assert story.sees(Searching).text == "can"
    assert titles(story.sees(Searching)) == ["Candide"]
    story.touches(EraseAll())
    assert story.sees(Searching) == browsed
    story.touches(EraseLetter())
    assert story.sees(Searching) == browsed


def test_blanks_alone_are_no_search(story: Storyboard) -> None:
    browsed = types(story, "")
    blank = types(story, "  ")
    assert blank.text == "  "
    assert blank.hits == browsed.hits


def test_more_than_sixty_letters_are_not_taken(story: Storyboard) -> None:
    assert types(story, "a" * 61).text == "a" * 60


def test_pages_are_of_ten_and_the_last_has_the_rest(story: Storyboard) -> None:
    with_many_titles(story, 2 * HITS_PER_PAGE + 3)
    first = types(story, "elephants")
    assert (first.page, first.pages, first.found) == (0, 3, 23)
    seen = titles(first)
    assert len(seen) == HITS_PER_PAGE
    story.touches(TurnPage(1))
    second = story.sees(Searching)
    assert (second.text, second.page, len(second.hits)) == ("elephants", 1, HITS_PER_PAGE)
    story.touches(TurnPage(2))
    last = story.sees(Searching)
    assert (last.page, len(last.hits)) == (2, 3)
    assert sorted(seen + titles(second) + titles(last)) == [f"Elephants {n:02}" for n in range(23)]


def test_a_page_that_is_not_there_is_the_nearest_one(story: Storyboard) -> None:
    with_many_titles(story, HITS_PER_PAGE + 1)
    first = types(story, "elephants")
    story.touches(TurnPage(9))
    assert story.sees(Searching).page == 1
    story.touches(TurnPage(-1))
    assert story.sees(Searching) == first


def test_exactly_one_page_is_one_page(story: Storyboard) -> None:
    with_many_titles(story, HITS_PER_PAGE)
    assert types(story, "elephants").pages == 1


def test_a_new_letter_begins_at_the_first_page(story: Storyboard) -> None:
    with_many_titles(story, 2 * HITS_PER_PAGE)
    types(story, "elephant")
    story.touches(TurnPage(1))
    story.touches(TypeText("s"))
    assert story.sees(Searching).page == 0


def test_more_titles_than_are_shown_are_told(story: Storyboard) -> None:
    with_many_titles(story, 70)
    scene = types(story, "elephants")
    assert (scene.found, scene.pages, scene.more) == (60, 6, True)


def test_what_is_found_by_a_guess_is_called_one(story: Storyboard) -> None:
    assert types(story, "kandide").guessed
    assert titles(story.sees(Searching)) == ["Candide"]


def test_nothing_found_is_one_empty_page(story: Storyboard) -> None:
    scene = types(story, "zzzzqqqq")
    assert (scene.hits, scene.page, scene.pages, scene.found) == ((), 0, 1, 0)


def test_each_hit_tells_what_can_be_expected(story: Storyboard) -> None:
    borrows(story, "Chanthy", "B4")
    story.touches(GoHome())
    assert types(story, "candide").hits[0].availability is Availability.ON_LOAN
    story.touches(GoHome())
    assert types(story, "hare").hits[0].availability is Availability.AVAILABLE


def test_a_touched_title_is_opened_with_no_copy_in_the_hand_and_back_leads_to_the_search(
    story: Storyboard,
) -> None:
    search = types(story, "candide")
    story.touches(OpenTitle(search.hits[0].title.id))
    page = story.sees(TitlePage)
    copy = story.copy("B4")
    assert page == TitlePage(copy.title, (CopyLine(copy, Availability.AVAILABLE),))
    assert not page.may_borrow
    story.scans("B5")
    assert story.sees(TitlePage).scanned == story.copy("B5")
    story.touches(GoBack())
    assert story.sees(Searching) == search


def test_a_title_that_is_gone_meanwhile_opens_nothing(story: Storyboard) -> None:
    search = types(story, "candide")
    story.touches(OpenTitle(TitleId(9999)))
    assert story.sees(Searching) == search


def test_back_from_a_book_scanned_at_home_leads_home(story: Storyboard) -> None:
    story.touches(Wake())
    story.scans("B4")
    story.scans("B5")
    assert story.sees(TitlePage).scanned == story.copy("B5")
    story.touches(GoBack())
    story.sees(Home)

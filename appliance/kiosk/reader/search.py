"""Searching as typed, and the page of one title."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.turn import Turn
from appliance.lending.availability import best_of, copy_line
from appliance.messages import BorrowThis, Command, EraseAll, EraseLetter, OpenTitle, TurnPage, TypeText
from appliance.model import Availability, Copy, Hit, Title, TitleId
from appliance.model.page import page_of
from appliance.model.speech import Phrase
from appliance.ports import Found
from appliance.status import Identify, Purpose, Searching, TitlePage

HITS_PER_PAGE = 10
_LONGEST_TEXT = 60


def start(context: DeskContext, turn: Turn) -> None:
    """Before anything is typed: something to look through."""
    turn.go_to(_typed(context, turn, ""))


def touched(context: DeskContext, turn: Turn, scene: Searching, command: Command) -> None:
    match command:
        case TypeText(typed):
            turn.show(_typed(context, turn, scene.text + typed))
        case EraseLetter():
            turn.show(_typed(context, turn, scene.text[:-1]))
        case EraseAll():
            turn.show(_typed(context, turn, ""))
        case TurnPage(page):
            turn.show(_page(context, turn, scene.text, page))
        case OpenTitle(title_id):
            _open_title(context, turn, title_id)
        case _:
            turn.unforeseen = command


def touched_at_title(_context: DeskContext, turn: Turn, scene: TitlePage, command: Command) -> None:
    match command:
        case BorrowThis():
            # The copy goes into the basket of whoever shows a card now.
            if scene.may_borrow:
                turn.go_to(Identify(Purpose.BORROW, scene.scanned))
        case _:
            turn.unforeseen = command


def show_copy(context: DeskContext, turn: Turn, _scene: object, copy: Copy) -> None:
    """The page of a scanned book; from there one touch and a card borrow it."""
    _show_title(turn, _title_page(context, copy.title, copy))


def show_titles_of(context: DeskContext, turn: Turn, isbn: str, copies: tuple[Copy, ...]) -> None:
    """An ISBN was scanned that several copies share: the page of their title, with none in the hand; where
    they are of several titles, these to choose from."""
    ids = tuple(dict.fromkeys(copy.title.id for copy in copies))
    if len(ids) == 1:
        _show_title(turn, _title_page(context, copies[0].title))
        return
    turn.found = Found(ids)
    turn.go_to(_page(context, turn, isbn, 0))


def phrases(scene: Searching) -> tuple[Phrase, ...]:
    return (Phrase.SEARCHING if scene.hits else Phrase.NOTHING_FOUND,)


def phrases_of_title(scene: TitlePage) -> tuple[Phrase, ...]:
    if scene.may_borrow:
        return (Phrase.TITLE_PAGE_SCANNED,)
    if not scene.copies:
        return (Phrase.TITLE_PAGE_NO_COPY,)
    in_hand = [line.availability for line in scene.copies if line.copy == scene.scanned]
    return (Phrase.READING_ROOM_ONLY if Availability.READING_ROOM in in_hand else Phrase.TITLE_PAGE,)


def _typed(context: DeskContext, turn: Turn, text: str) -> Searching:
    """What is found for `text`, from its first page."""
    text = text[:_LONGEST_TEXT]
    search = context.store.search
    turn.found = search.find(text) if text.strip() else search.browse()
    return _page(context, turn, text, 0)


def _page(context: DeskContext, turn: Turn, text: str, page: int) -> Searching:
    found = turn.found
    at = page_of(page, len(found.ids), HITS_PER_PAGE)
    titles = context.store.search.found_titles(found.ids[at.here])
    hits = tuple(Hit(title, best_of(standings)) for title, standings in titles)
    return Searching(text, hits, at.number, at.pages, len(found.ids), found.more, found.guessed)


def _open_title(context: DeskContext, turn: Turn, title_id: TitleId) -> None:
    title = context.store.titles.title(title_id)
    if title:
        _show_title(turn, _title_page(context, title))


def _title_page(context: DeskContext, title: Title, scanned: Copy | None = None) -> TitlePage:
    in_hand = scanned.id if scanned else None
    lines = tuple(
        copy_line(copy, facts, in_hand=copy.id == in_hand)
        for copy, facts in context.store.titles.copies_of_title(title.id)
    )
    may_borrow = any(
        line.copy.id == in_hand and line.availability is Availability.AVAILABLE for line in lines
    )
    return TitlePage(title, lines, scanned, may_borrow)


def _show_title(turn: Turn, page: TitlePage) -> None:
    """Over the search it was found from, so that the way back leads there."""
    if isinstance(turn.scene, Searching):
        turn.open(page)
    elif len(turn.scenes) > 1 and isinstance(turn.scene, TitlePage):
        turn.show(page)
    else:
        turn.go_to(page)

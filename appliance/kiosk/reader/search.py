"""Searching as typed, and the page of one title."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import basket
from appliance.kiosk.turn import Turn
from appliance.model import Availability, Copy, TitleId
from appliance.status import Purpose, Searching, TitlePage

HITS_PER_PAGE = 10
_LONGEST_TEXT = 60


def search_for(context: DeskContext, turn: Turn, text: str) -> None:
    """Show what is found for `text`, from its first page; without text, something to look through."""
    text = text[:_LONGEST_TEXT]
    search = context.store.search
    turn.found = search.find(text) if text.strip() else search.browse()
    _show(context, turn, text, 0)


def turn_page(context: DeskContext, turn: Turn, scene: Searching, page: int) -> None:
    _show(context, turn, scene.text, page)


def _show(context: DeskContext, turn: Turn, text: str, page: int) -> None:
    found = turn.found
    pages = max(1, -(-len(found.ids) // HITS_PER_PAGE))
    page = min(max(page, 0), pages - 1)
    hits = context.store.search.hits(found.ids[page * HITS_PER_PAGE : (page + 1) * HITS_PER_PAGE])
    turn.scene = Searching(text, hits, page, pages, len(found.ids), found.more, found.guessed)


def open_title(context: DeskContext, turn: Turn, scene: Searching, title_id: TitleId) -> None:
    title = context.store.titles.title(title_id)
    if title:
        turn.search = scene
        turn.scene = TitlePage(title, context.store.titles.copy_lines(title_id), from_search=True)


def show_copy(context: DeskContext, turn: Turn, copy: Copy, *, in_hand: bool = True) -> None:
    """The page of a scanned book; from there one touch and a card borrow it."""
    if isinstance(turn.scene, Searching):
        turn.search = turn.scene
    lines = context.store.titles.copy_lines(copy.title.id)
    turn.scene = TitlePage(copy.title, lines, copy if in_hand else None, from_search=turn.search is not None)


def borrow_this(turn: Turn, scene: TitlePage) -> None:
    """The scanned copy goes into the basket of whoever shows a card now, if it is here to be lent."""
    here = {line.copy.id for line in scene.copies if line.availability is Availability.AVAILABLE}
    if scene.scanned and scene.scanned.id in here:
        basket.ask_for_card(turn, Purpose.BORROW, scene.scanned)


def back_to_search(turn: Turn) -> None:
    if turn.search:
        turn.scene, turn.search = turn.search, None
    else:
        turn.end()

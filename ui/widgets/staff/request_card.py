"""One request at the guard's desk: who asks, which books, and the two answers."""

from __future__ import annotations

from collections.abc import Mapping

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.gridlayout import GridLayout

from appliance.messages import Approve, Decline, OpenRequest, StrikeOut
from appliance.model import CopyId, Language, LineEnd, LineMark, Request, RequestLine, Title
from appliance.status import GuardDesk, ReaderStanding
from ui import kv, theme
from ui.widgets.basics import pictogram  # noqa: F401 - a name for the .kv
from ui.widgets.basics.line_looks import look_of
from ui.widgets.basics.panel import Panel, Touchable
from ui.widgets.covers import cover  # noqa: F401 - names for the .kv
from ui.widgets.staff import request_person  # noqa: F401 - a name for the .kv
from ui.wording import WORDINGS, Wording

BOOKS_MOST = 6
"""More books than this on a card would be too small; the last place then says how many more there are."""


class RequestBook(Touchable):
    """A small cover with its title, to be touched by whoever strikes it out; `more` stands for the books that
    found no place. Once struck out, or over without the guard, it says why it is not lent."""

    title: Title | None = ObjectProperty(None, allownone=True)
    words = StringProperty("")
    more = StringProperty("")
    picture = StringProperty("")
    mark = StringProperty("")
    copy_id = NumericProperty(0)
    is_open = BooleanProperty(True)
    is_narrow = BooleanProperty(False)
    """Then its title has the place of its cover."""

    why: LineEnd | None = ObjectProperty(None, allownone=True)

    def show_why(self, why: LineEnd | None, wording: Wording) -> None:
        self.why = why
        look = None if why is None else look_of(why)
        self.picture, self.mark = (look.picture, wording.say(look.mark)) if look else ("", "")


class RequestBooks(GridLayout):
    """The books of a request, in one column when there are one or two, else in two. `strike` is told which
    copy was touched."""

    strike = ObjectProperty(None)
    is_open = BooleanProperty(True)
    """Else a touch on a book is a wish to look at the request."""

    def on_is_open(self, *_: object) -> None:
        for book in self.children:
            book.is_open = self.is_open

    def on_height(self, *_: object) -> None:
        """Never too small for a finger: where the card is low, in three columns."""
        count = len(self.children)
        self.cols = 1 if count <= 2 else 2 if self.height / -(-count // 2) >= dp(theme.TARGET + 2) else 3

    def show(self, request: Request, wording: Wording) -> None:
        self.clear_widgets()
        lines = [*map(RequestLine, request.copies), *request.ended]
        shown = lines if len(lines) <= BOOKS_MOST else lines[: BOOKS_MOST - 1]
        for place, line in enumerate(shown):
            self._add(line, wording, is_over=place >= len(request.copies))
        if len(lines) > len(shown):
            self.add_widget(RequestBook(more=wording.number(f"+{len(lines) - len(shown)}"), disabled=True))
        self.on_height()

    def _add(self, line: RequestLine, wording: Wording, *, is_over: bool) -> None:
        copy = line.copy
        book = RequestBook(title=copy.title, words=copy.title.title, copy_id=copy.id, is_open=self.is_open)
        book.disabled = is_over
        book.show_why(line.why, wording)
        book.bind(on_release=lambda touched: self.strike(CopyId(touched.copy_id)))
        self.add_widget(book)

    def mark(self, marks: Mapping[CopyId, LineEnd], wording: Wording) -> None:
        """Show what is struck out now."""
        for book in self.children:
            # One that is over without the guard only follows the language.
            book.show_why(book.why if book.disabled else marks.get(book.copy_id), wording)


class AnswerButton(Touchable):
    """*Approve* is at the right edge of every card and *Decline* at the left, so neither is ever where the
    other was, however cards come and go."""

    name = StringProperty("")
    text = StringProperty("")
    font_sp = NumericProperty(theme.BODY)
    picture_dp = NumericProperty(34)


class RequestCard(Panel):
    """Give it the `screen` whose `send` takes the answer."""

    screen = ObjectProperty(None)
    wording = ObjectProperty(WORDINGS[Language.KM], rebind=True)
    is_open = BooleanProperty(True)
    """The answers are offered; else the card of somebody away is first looked at."""
    roomy = BooleanProperty(False)
    request: Request | None = ObjectProperty(None, allownone=True)
    none_left = BooleanProperty(False)
    """All its books are struck out: there is nothing to approve."""
    marks = ObjectProperty(())
    """Which of them are struck out: approving then means another thing."""

    def show(self, request: Request, desk: GuardDesk, standing: ReaderStanding, wording: Wording) -> None:
        """What is shown already is left alone."""
        self.wording = wording
        self.is_open = desk.is_open(request.id)
        self.ids.person.show(request.reader, desk.presence_of(request.id), standing, wording)
        if request == self.request:
            return
        self.request = request
        self.ids.books.show(request, wording)

    def mark(self, marks: tuple[LineMark, ...]) -> None:
        """Which books of this request are struck out or barred."""
        if self.request is None:
            return
        mine = {mark.copy_id: mark.why for mark in marks if mark.request_id == self.request.id}
        self.ids.books.mark(mine, self.wording)
        self.marks = tuple(mine.items())
        self.none_left = len(mine) == len(self.request.copies)

    def strike_out(self, copy_id: CopyId) -> None:
        """A book was touched."""
        if self.request is not None:
            asked = self.request.id
            self.screen.send(StrikeOut(asked, copy_id) if self.is_open else OpenRequest(asked))

    def approve(self) -> None:
        """The large button was touched."""
        if self.request is not None:
            self.screen.send(Approve(self.request.id) if self.is_open else OpenRequest(self.request.id))

    def decline(self) -> None:
        """The red button was touched."""
        if self.request is not None:
            self.screen.send(Decline(self.request.id))


kv.load(__file__)

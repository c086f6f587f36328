"""One request at the guard's desk: who asks, which books, and the two answers."""

from __future__ import annotations

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from appliance.messages import Approve, Decline, OpenRequest
from appliance.model import Language, Request, Title
from appliance.status import GuardDesk, ReaderStanding
from ui import kv, theme
from ui.widgets.basics import pictogram  # noqa: F401 - a name for the .kv
from ui.widgets.basics.panel import Panel, Touchable
from ui.widgets.covers import cover  # noqa: F401 - names for the .kv
from ui.widgets.staff import request_person  # noqa: F401 - a name for the .kv
from ui.wording import WORDINGS, Wording

BOOKS_MOST = 6
"""More books than this on a card would be too small; the last place then says how many more there are."""


class RequestBook(BoxLayout):
    """A small cover with its title; `more` stands for the books that found no place."""

    title: Title | None = ObjectProperty(None, allownone=True)
    words = StringProperty("")
    more = StringProperty("")


class RequestBooks(GridLayout):
    """The books of a request, in one column when there are one or two, else in two."""

    def show(self, titles: tuple[Title, ...], wording: Wording) -> None:
        self.clear_widgets()
        self.cols = 1 if len(titles) <= 2 else 2
        shown = titles if len(titles) <= BOOKS_MOST else titles[: BOOKS_MOST - 1]
        for title in shown:
            self.add_widget(RequestBook(title=title, words=title.title))
        if len(titles) > len(shown):
            self.add_widget(RequestBook(more=wording.number(f"+{len(titles) - len(shown)}")))


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

    def show(self, request: Request, desk: GuardDesk, standing: ReaderStanding, wording: Wording) -> None:
        """What is shown already is left alone."""
        self.wording = wording
        self.is_open = desk.is_open(request.id)
        self.ids.person.show(request.reader, desk.presence_of(request.id), standing, wording)
        if request == self.request:
            return
        self.request = request
        self.ids.books.show(tuple(copy.title for copy in request.copies), wording)

    def approve(self) -> None:
        """The large button was touched."""
        if self.request is not None:
            self.screen.send(Approve(self.request.id) if self.is_open else OpenRequest(self.request.id))

    def decline(self) -> None:
        """The red button was touched."""
        if self.request is not None:
            self.screen.send(Decline(self.request.id))


kv.load(__file__)

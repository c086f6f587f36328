"""Search as typed: the field on top, covers below it, and our own keyboard until it is put away."""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from appliance.model import Devices, Language
from appliance.status import Searching, Status
from ui import kv
from ui.keyboard.board import Keyboard
from ui.screens.screen import KioskScreen
from ui.widgets.bars import search_field  # noqa: F401 - names for the .kv
from ui.widgets.basics import big_button  # noqa: F401 - names for the .kv
from ui.widgets.lists import pager, results  # noqa: F401 - names for the .kv
from ui.wording import Wording


class SearchingScreen(KioskScreen):
    """Which keyboard page is up, and whether any, is known here only; a new session starts with it up."""

    typing = BooleanProperty(True)
    typed = StringProperty("")
    guessed = BooleanProperty(False)
    nothing = BooleanProperty(False)
    troubled = BooleanProperty(False)
    """A device's trouble is told where the field would be, so the field stands lower."""
    count = StringProperty("")
    page = NumericProperty(0)
    pages = NumericProperty(1)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._opened_for: tuple[int, Language] | None = None
        # `ids` are weak: what is taken off the screen must be held by somebody.
        self.keyboard: Keyboard = self.ids.keyboard.__self__
        self._pager_row = self.ids.pager.__self__
        self._lay_foot()
        self.bind(typing=self._lay_foot)

    def show(self, status: Status) -> None:
        """Only what is different is drawn anew; the keyboard never is."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, Searching)
        self._open_keyboard(status)
        self.troubled = status.devices != Devices()
        self.typed, self.guessed = scene.text, scene.guessed
        self.page, self.pages = scene.page, scene.pages
        self.nothing = not scene.hits
        self.count = self._counted(scene)
        self.ids.results.show(scene.hits, scene.found, self.wording.say)

    def _open_keyboard(self, status: Status) -> None:
        if self._opened_for == (status.session, status.language):
            return
        if self._opened_for is None or self._opened_for[0] != status.session:
            self.typing = True
        self._opened_for = (status.session, status.language)
        self.keyboard.open_for(status.language)

    def _counted(self, scene: Searching) -> str:
        wording: Wording = self.wording
        if scene.more:
            return wording.say("over {number} books").format(number=wording.number(scene.found))
        return wording.count("{number} book", "{number} books", scene.found)

    def _lay_foot(self, *_: object) -> None:
        shown, other = (self.keyboard, self._pager_row) if self.typing else (self._pager_row, self.keyboard)
        foot = self.ids.foot
        if other.parent is not None:
            foot.remove_widget(other)
        if shown.parent is None:
            foot.add_widget(shown)
        foot.height = shown.height + foot.padding[1] + foot.padding[3]


kv.load(__file__)

"""The keyboard on the screen: draws the pages of the layouts and says what was typed."""

from __future__ import annotations

from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from appliance.model import Language
from ui import theme
from ui.keyboard.keys import KeyButton
from ui.keyboard.khmer import KHMER
from ui.keyboard.latin import LATIN
from ui.keyboard.layout import Key, KeyKind, Layout, Page

LAYOUTS: dict[str, Layout] = {layout.name: layout for layout in (KHMER, LATIN)}

_FACES = {KeyKind.LETTER: theme.KEY, KeyKind.SIGN: theme.KEY_SIGN, KeyKind.DIGIT: theme.BORROW_TINT}
SPACE = Key(" ", "")


class Keyboard(BoxLayout):
    """Pages are built when first shown and kept.

    Events: `on_typed(text)`, `on_erase`, `on_erase_all`, `on_hide`.
    """

    layout_name: str = StringProperty(KHMER.name)
    page_name: str = StringProperty(KHMER.pages[0].name)
    __events__ = ("on_typed", "on_erase", "on_erase_all", "on_hide")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._built: dict[tuple[str, str], Widget] = {}
        self._show()

    def open_for(self, language: Language) -> None:
        """Show the layout that a reader of `language` types with."""
        self.open(KHMER if language is Language.KM else LATIN)

    def open(self, layout: Layout, page: str | None = None) -> None:
        """Show a page of `layout`, by default its first. Raises KeyError for a page it has not."""
        self.layout_name = layout.name
        self.page_name = layout.page(page or layout.pages[0].name).name
        self._show()

    @property
    def layout(self) -> Layout:
        return LAYOUTS[self.layout_name]

    @property
    def page(self) -> Page:
        return self.layout.page(self.page_name)

    def on_typed(self, text: str) -> None:
        """Nothing by itself: an event."""

    def on_erase(self) -> None:
        """Nothing by itself: an event."""

    def on_erase_all(self) -> None:
        """Nothing by itself: an event."""

    def on_hide(self) -> None:
        """Nothing by itself: an event."""

    def press(self, key: Key) -> None:
        """Type `key`; from a brief page the first page comes back."""
        self.dispatch("on_typed", key.types)
        if self.page.brief:
            self.open(self.layout)

    def _show(self) -> None:
        shown = self._built.get((self.layout_name, self.page_name))
        if shown is None:
            shown = self._built[self.layout_name, self.page_name] = self._build()
        if self.children != [shown]:
            self.clear_widgets()
            self.add_widget(shown)

    def _build(self) -> Widget:
        whole = BoxLayout(orientation="vertical", spacing=dp(5))
        for row in self.page.rows:
            line = BoxLayout(spacing=dp(4))
            for key in row:
                line.add_widget(self._key(key))
            whole.add_widget(line)
        whole.add_widget(self._service_row())
        return whole

    def _key(self, key: Key) -> KeyButton:
        button = KeyButton(text=key.shows, font_size=dp(25), face=_FACES[key.kind])
        button.bind(on_press=lambda *_: self.press(key))
        return button

    def _service_row(self) -> Widget:
        """Hide, the other pages, space, the other layouts, erase: at the same ends on every page."""
        line = BoxLayout(spacing=dp(4))
        line.add_widget(self._service(1.3, "on_hide", picture="keyboard_hide"))
        for page in self.layout.pages:
            if page.name != self.page_name:
                line.add_widget(self._lead(page.tab, self.layout, page.name))
        space = self._service(4.5, None, picture="space", face=_FACES[KeyKind.LETTER])
        space.bind(on_press=lambda *_: self.press(SPACE))
        line.add_widget(space)
        for layout in LAYOUTS.values():
            if layout is not self.layout:
                line.add_widget(self._lead(layout.tab, layout))
        erase = self._service(1.9, "on_erase", picture="backspace")
        erase.bind(on_hold=lambda *_: self.dispatch("on_erase_all"))
        line.add_widget(erase)
        return line

    def _lead(self, tab: str, layout: Layout, page: str | None = None) -> KeyButton:
        button = self._service(1.8, None, text=tab, font_size=dp(20))
        button.bind(on_press=lambda *_: self.open(layout, page))
        return button

    def _service(self, share: float, event: str | None, **look: object) -> KeyButton:
        button = KeyButton(**{"font_size": dp(26), "face": theme.KEY_SERVICE, "size_hint_x": share, **look})
        if event is not None:
            button.bind(on_press=lambda *_: self.dispatch(event))
        return button

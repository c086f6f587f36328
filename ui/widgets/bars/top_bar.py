"""The bar at the top of every screen: the way out, where one is, who one is, and the three languages."""

from __future__ import annotations

from kivy.properties import (
    BooleanProperty,
    ColorProperty,
    NumericProperty,
    ObjectProperty,
    OptionProperty,
    StringProperty,
)
from kivy.uix.boxlayout import BoxLayout

from appliance.messages import ChooseLanguage, Command, GoBack, GoHome, SayAgain, ShowSigns, SignOut
from appliance.model import Language, Reader
from ui import kv, theme
from ui.widgets.basics import buttons, panel, pictogram  # noqa: F401 - names for the .kv
from ui.widgets.basics.panel import Panel, Touchable
from ui.wording import WORDINGS

_EXITS: dict[str, Command] = {
    "home": GoHome(),
    "back": GoBack(),
    "help": ShowSigns(),
    "sign_out": SignOut(),
}


class LanguageButton(Touchable):
    """One language, by its own name; filled when it is the one shown."""

    text = StringProperty("")
    current = BooleanProperty(False)


class AvatarBadge(Panel):
    """Who is at the kiosk: the reader's picture, name and number."""

    picture = StringProperty("")
    name = StringProperty("")
    number = StringProperty("")


class TopBar(BoxLayout):
    """`way_out` is `home`, `back`, `sign_out` for staff, or at home `help`; without one, `emblem` is a mere
    picture there."""

    title = StringProperty("")
    title_sp = NumericProperty(22)
    subtitle = StringProperty("")
    way_out = OptionProperty("", options=["", "home", "back", "help", "sign_out"])
    emblem = StringProperty("book_open")
    emblem_ground = ColorProperty(theme.BORROW)
    reader = ObjectProperty(None, allownone=True)
    language = ObjectProperty(Language.KM)
    screen = ObjectProperty(None)
    """The `KioskScreen` this bar belongs to; its `send` takes the commands."""
    refused = BooleanProperty(False)
    """A refusal lies over the screen, and *back* leads back from it."""
    reader_picture = StringProperty("")
    reader_name = StringProperty("")
    reader_number = StringProperty("")

    def leave(self) -> None:
        """The way out was touched."""
        self.screen.send(_EXITS[self.way_out])

    def say_again(self) -> None:
        """The loudspeaker was touched."""
        self.screen.send(SayAgain())

    def choose(self, language: Language) -> None:
        """A language was touched."""
        self.screen.send(ChooseLanguage(language))

    def on_reader(self, _: object, reader: Reader | None) -> None:
        self.reader_picture = str(reader.avatar) if reader else ""
        self.reader_name = reader.name if reader else ""
        self._number_reader()

    def on_language(self, *_: object) -> None:
        self._number_reader()

    def _number_reader(self) -> None:
        reader: Reader | None = self.reader
        self.reader_number = WORDINGS[self.language].number(f"{reader.number:04}") if reader else ""


kv.load(__file__)

"""Why not: every reason of a refusal as a picture, what it says and what to do, and one button to go on."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.language.refusals import words_of
from appliance.model import Refusal
from ui import kv, theme
from ui.widgets.basics.panel import Panel
from ui.widgets.lists import book_row  # noqa: F401 - a name for the .kv
from ui.widgets.refusals.reasons import advised, said
from ui.wording import Wording

_MOST = 2
"""Who is refused for six reasons is helped by the first two; of the others it is said that there are some."""


class ReasonBlock(Panel):
    """A picture and its words: the picture above them where it is `alone`, beside them otherwise."""

    name = StringProperty("")
    text = StringProperty("")
    ink = ColorProperty(theme.INK)
    alone = BooleanProperty(True)
    disc_dp = NumericProperty(112)

    def on_alone(self, *_: object) -> None:
        """Two rows leave each a smaller picture."""
        self.disc_dp = 112 if self.alone else 64


class ReasonRow(BoxLayout):
    """One reason: why, in red, and what to do, beside it."""

    name = StringProperty("")
    way_on = StringProperty("")
    said = StringProperty("")
    advice = StringProperty("")
    alone = BooleanProperty(True)


class RefusalPanel(Panel):
    """`understood_by` is called when its button is touched."""

    understood_by = ObjectProperty(None)
    book = ObjectProperty(None, allownone=True)
    refusal = ObjectProperty(None, allownone=True)
    others = StringProperty("")
    """How many reasons there are besides those shown."""
    heading = StringProperty("")
    understood = StringProperty("")

    def show(self, refusal: Refusal, wording: Wording) -> None:
        """Show all of `refusal` in the language of `wording`."""
        self.refusal = refusal
        self.book = refusal.copy.title if refusal.copy else None
        self.heading = wording.say("That is not possible")
        self.understood = wording.say("I understand")
        self._show_reasons(refusal, wording)

    def _show_reasons(self, refusal: Refusal, wording: Wording) -> None:
        shown, more = refusal.objections[:_MOST], len(refusal.objections) - _MOST
        self.others = f"+{wording.number(more)}" if more > 0 else ""
        self.ids.reasons.clear_widgets()
        for objection in shown:
            words = words_of(objection.reason)
            self.ids.reasons.add_widget(
                ReasonRow(
                    name=words.pictogram,
                    way_on=words.way_on,
                    said=said(objection, wording),
                    advice=advised(objection.reason, wording),
                    alone=len(shown) == 1,
                )
            )

    def dismiss(self) -> None:
        """The button was touched."""
        self.understood_by()


kv.load(__file__)

"""Why not: every reason of a refusal as a picture, what it says and what to do, and one button to go on."""

from __future__ import annotations

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.language.refusals import words_of
from appliance.model import Refusal
from ui import kv, theme
from ui.widgets.basics.panel import Panel
from ui.widgets.lists import book_row  # noqa: F401 - a name for the .kv
from ui.widgets.refusals.reasons import advised, said
from ui.wording import Wording

_ROWS_IN_ONE_COLUMN = 3
_SIZES = {1: (20, 96), 2: (18, 80), 3: (17, 56), 4: (15, 50)}
"""The fewer the reasons, the larger: how many -> (text in sp, disc in dp)."""


class ReasonRow(BoxLayout):
    """One reason: why on the left, what to do on the right; `crowded` puts both on the left."""

    name = StringProperty("")
    way_on = StringProperty("")
    crowded = BooleanProperty(False)
    said = StringProperty("")
    advice = StringProperty("")
    text_sp = NumericProperty(theme.BODY)
    disc_dp = NumericProperty(56)


class RefusalPanel(Panel):
    """`understood_by` is called when its button is touched."""

    understood_by = ObjectProperty(None)
    book = ObjectProperty(None, allownone=True)
    crowded = BooleanProperty(False)
    """Two columns of reasons: all else gives them room."""
    heading = StringProperty("")
    understood = StringProperty("")

    def show(self, refusal: Refusal, wording: Wording) -> None:
        """Show all of `refusal` in the language of `wording`."""
        self.book = refusal.copy.title if refusal.copy else None
        self.heading = wording.say("That is not possible")
        self.understood = wording.say("I understand")
        self._show_reasons(refusal, wording)

    def _show_reasons(self, refusal: Refusal, wording: Wording) -> None:
        grid = self.ids.reasons
        self.crowded = crowded = len(refusal.objections) > _ROWS_IN_ONE_COLUMN
        grid.cols = 2 if crowded else 1
        grid.clear_widgets()
        text_sp, disc_dp = _SIZES[min(len(refusal.objections), max(_SIZES))]
        for objection in refusal.objections:
            words = words_of(objection.reason)
            grid.add_widget(
                ReasonRow(
                    name=words.pictogram,
                    way_on=words.way_on,
                    crowded=crowded,
                    said=said(objection, wording),
                    advice=advised(objection.reason, wording),
                    text_sp=text_sp,
                    disc_dp=disc_dp,
                )
            )

    def dismiss(self) -> None:
        """The button was touched."""
        self.understood_by()


kv.load(__file__)

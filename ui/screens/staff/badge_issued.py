"""The old badge is dead: the new one is on paper, or a code here, and its holder looks at the PIN once."""

from __future__ import annotations

from kivy.properties import BooleanProperty, StringProperty

from appliance.language.words import N_
from appliance.messages import PrintAgain, ShowPin, SignOut
from appliance.status import BadgeIssued, SlipProgress, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import code_square, switcher  # noqa: F401 - names for the .kv

_PAPER = {
    SlipProgress.WAITING: N_("Printing the badge…"),
    SlipProgress.PRINTING: N_("Printing the badge…"),
    SlipProgress.PRINTED: N_("Take the badge and put it into its sleeve."),
    SlipProgress.FAILED: N_("No paper came. Photograph this code: it is the badge."),
}


class BadgeIssuedScreen(KioskScreen):
    """Left the badge, right the PIN. Neither is kept here longer than it is shown."""

    holder = StringProperty("")
    paper = StringProperty("")
    code = StringProperty("")
    pin = StringProperty("")
    is_printing = BooleanProperty(True)

    def show(self, status: Status) -> None:
        super().show(status)
        scene = status.scene
        assert isinstance(scene, BadgeIssued)
        self.holder = scene.holder.name
        self.paper = self.wording.say(_PAPER[scene.slip])
        self.code = scene.code
        self.pin = self.wording.number(f"{scene.pin[:3]} {scene.pin[3:]}") if scene.pin else ""
        self.is_printing = scene.slip is SlipProgress.PRINTING

    def print_again(self) -> None:
        self.send(PrintAgain())

    def next_step(self) -> None:
        """The holder wants to see the PIN, or has learnt it."""
        self.send(SignOut() if self.pin else ShowPin())


kv.load(__file__)

"""A code to scan, and what each side's scanner made of it."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ColorProperty, ObjectProperty, StringProperty

from appliance.messages import AnswerTrial
from appliance.model import Side
from appliance.status import ScanHeard, ScanTrial, Status
from ui import kv, theme
from ui.screens.screen import KioskScreen
from ui.widgets.basics import code_square  # noqa: F401 - a name for the .kv
from ui.widgets.basics.panel import Panel
from ui.wording import Wording


class SideHeard(Panel):
    """One side: waiting, read as it should be, or something else read."""

    picture = StringProperty("wait")
    strong = ColorProperty(theme.MUTED)
    name = StringProperty("")
    said = StringProperty("")
    side = ObjectProperty(Side.READER)

    def show(self, heard: ScanHeard | None, wording: Wording) -> None:
        say = wording.say
        self.name = say("Reader’s side") if self.side is Side.READER else say("Guard’s side")
        if heard is None:
            self.picture, self.strong, self.said = "wait", theme.MUTED, say("Nothing read yet")
            return
        looks = ("check", theme.OK) if heard.is_ours else ("warning", theme.WARNING)
        self.picture, self.strong = looks
        read = say("Read as it should be") if heard.is_ours else say("Read another code")
        letters = wording.count("{number} letter", "{number} letters", heard.letters)
        self.said = " · ".join((read, heard.symbology or say("kind not told"), letters))


class ScanTrialScreen(KioskScreen):
    code = StringProperty("")
    any_heard = BooleanProperty(False)

    def show(self, status: Status) -> None:
        super().show(status)
        scene = status.scene
        assert isinstance(scene, ScanTrial)
        self.code, self.any_heard = scene.code, bool(scene.heard)
        by_side = {heard.side: heard for heard in scene.heard}
        for row in (self.ids.reader, self.ids.guard):
            row.show(by_side.get(row.side), self.wording)

    def finish(self) -> None:
        self.send(AnswerTrial(self.any_heard))


kv.load(__file__)

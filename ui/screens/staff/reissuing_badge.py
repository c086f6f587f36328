"""Whose badge is issued anew, and what the first and the second of two members of staff confirm."""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from appliance.language.words import N_
from appliance.messages import ChooseHolder, ConfirmBadge
from appliance.model import StaffId
from appliance.model.staff_events import BadgeProblem
from appliance.status import HolderChoice, ReissuingBadge, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import buttons, switcher  # noqa: F401 - names for the .kv
from ui.widgets.basics.panel import Touchable
from ui.widgets.lists import pager  # noqa: F401 - names for the .kv
from ui.widgets.staff.role_looks import ROLE_LOOKS
from ui.wording import Wording

_PROBLEMS: dict[BadgeProblem, str] = {
    BadgeProblem.HOLDERS_OWN: N_("This badge is the one to be replaced. Two others must sign in."),
    BadgeProblem.SAME_BADGE: N_("This is the same badge. It must be another member of staff."),
    BadgeProblem.TWO_LIBRARIANS: N_("One of the two must be a guard or a technician."),
    BadgeProblem.TOO_LATE: N_("More than a minute went by. Please begin again."),
    BadgeProblem.NOT_MADE: N_("The new PIN could not be made. Confirm it again."),
}


class HolderButton(Touchable):
    """One member of staff: role, whole name, and whether the badge is dead."""

    staff_id = NumericProperty(0)
    picture = StringProperty("badge")
    name = StringProperty("")
    role = StringProperty("")
    is_dead = BooleanProperty(False)

    def show(self, choice: HolderChoice, wording: Wording) -> None:
        self.staff_id, self.name = choice.staff.id, choice.staff.name
        self.picture, role = ROLE_LOOKS[choice.staff.role]
        self.is_dead = choice.is_dead
        self.role = wording.say("This badge is blocked") if choice.is_dead else wording.say(role)


class ReissuingBadgeScreen(KioskScreen):
    """First a choice of four; then the one chosen, large, and a button for each of the two."""

    ask = StringProperty("")
    advice = StringProperty("")
    trouble = StringProperty("")
    holder = StringProperty("")
    picture = StringProperty("badge")
    role = StringProperty("")
    may_confirm = BooleanProperty(False)
    button = StringProperty("")
    page = NumericProperty(0)
    pages = NumericProperty(1)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._buttons: list[HolderButton] = []

    def show(self, status: Status) -> None:
        super().show(status)
        scene = status.scene
        assert isinstance(scene, ReissuingBadge)
        wording: Wording = self.wording
        self.page, self.pages = scene.page, scene.pages
        self.may_confirm = scene.staff is not None and not scene.making
        self.ask, self.advice = _asked(scene, wording)
        self.trouble = wording.say(_PROBLEMS[scene.problem]) if scene.problem else ""
        self.button = _on_button(scene, wording)
        if scene.holder is not None:
            self.holder = scene.holder.name
            self.picture, role = ROLE_LOOKS[scene.holder.role]
            self.role = wording.say(role)
        self._show_choices(scene)
        self.ids.steps.current = 0 if scene.holder is None else 1

    def _show_choices(self, scene: ReissuingBadge) -> None:
        while len(self._buttons) < len(scene.choices):
            button = HolderButton()
            button.bind(on_release=self._choose)
            self._buttons.append(button)
        column = self.ids.choices
        column.clear_widgets()
        for button, choice in zip(self._buttons, scene.choices, strict=False):
            button.show(choice, self.wording)
            column.add_widget(button)

    def _choose(self, button: HolderButton) -> None:
        self.send(ChooseHolder(StaffId(int(button.staff_id))))

    def confirm(self) -> None:
        self.send(ConfirmBadge())


def _asked(scene: ReissuingBadge, wording: Wording) -> tuple[str, str]:
    say = wording.say
    if scene.holder is None:
        return say("A new badge"), say("Whose badge is lost, copied or blocked?")
    if scene.making:
        return say("A new badge"), say("Please wait…")
    if scene.first is None and scene.staff is None:
        return say("Two members of staff are needed"), say("The first one scans a badge.")
    if scene.first is None:
        return say("A new badge?"), say("The old badge and its PIN are dead at once.")
    if scene.staff is None:
        return say("A second badge, please"), say("Another member of staff scans a badge within a minute.")
    return say("A new badge?"), say("Confirmed by {name}").format(name=scene.first.name)


def _on_button(scene: ReissuingBadge, wording: Wording) -> str:
    say = wording.say
    if scene.staff is not None:
        return say("Issue a new badge")
    return say("Scan the first badge") if scene.first is None else say("Scan the second badge")


kv.load(__file__)

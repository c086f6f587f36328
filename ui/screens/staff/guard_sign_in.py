"""A badge was scanned: six dots, large digits, and what is wrong when something is."""

from __future__ import annotations

from typing import Any

from kivy.metrics import sp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty
from kivy.uix.widget import Widget

from appliance.language.words import N_
from appliance.messages import EnterDigit, EraseDigit, IssueBadge
from appliance.model import Staff
from appliance.status import GuardSignIn, SignInTrouble, Status
from ui import kv, theme
from ui.keyboard.keys import KeyButton
from ui.screens.screen import KioskScreen
from ui.widgets.basics import big_button, buttons  # noqa: F401 - names for the .kv
from ui.widgets.staff.role_looks import ROLE_LOOKS

_TROUBLES: dict[SignInTrouble, tuple[str, str, str]] = {
    SignInTrouble.WRONG_PIN: ("refused", N_("Wrong PIN"), N_("Try again.")),
    SignInTrouble.LOCKED: ("wait", N_("Too many wrong PINs"), N_("Wait {time}.")),
    SignInTrouble.REVOKED: (
        "lock",
        N_("This badge is blocked"),
        N_("Two of the staff can issue it anew here."),
    ),
    SignInTrouble.UNKNOWN_BADGE: ("badge", N_("This badge is not known here"), N_("Scan your own badge.")),
    SignInTrouble.NOT_CHECKED: ("refused", N_("The PIN could not be checked"), N_("Enter it again.")),
}
"""Picture, what is wrong, what to do."""


class GuardSignInScreen(KioskScreen):
    """Digits are sent one by one and never kept here."""

    picture = StringProperty("badge")
    name = StringProperty("")
    role = StringProperty("")
    digits = NumericProperty(0)
    trouble_picture = StringProperty("")
    trouble = StringProperty("")
    advice = StringProperty("")
    checking = BooleanProperty(False)
    """The PIN is being looked at; that is told by words and by a picture in place of the badge."""
    revoked = BooleanProperty(False)
    """The badge is dead, and the way to a new one is offered."""
    for_badge = BooleanProperty(False)
    offers_badge = BooleanProperty(False)
    closed = BooleanProperty(False)
    """No digit is taken now: the lock is on, or the badge is no good."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.keys: dict[int, KeyButton] = {}
        # `ids` are weak: what is taken off the screen must be held by somebody.
        self._pad = self.ids.pad.__self__
        self._build_pad()
        self.bind(closed=self._lay_pad)

    def show(self, status: Status) -> None:
        """Digits of the language on the keys; the waiting time counts down with each status."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, GuardSignIn)
        self._show_staff(scene.staff)
        self.checking = scene.checking
        if scene.checking:
            self.picture = "wait"
        self.digits = scene.digits
        self._show_trouble(scene)
        for digit, key in self.keys.items():
            key.text = self.wording.number(digit)
            key.means = (digit, scene.staff)

    def _show_staff(self, staff: Staff | None) -> None:
        self.name = staff.name if staff else ""
        self.picture, role = ROLE_LOOKS[staff.role] if staff else ("badge", "")
        self.role = self.wording.say(role) if role else ""

    def _show_trouble(self, scene: GuardSignIn) -> None:
        picture, said, advice = _TROUBLES[scene.trouble] if scene.trouble else ("", "", "")
        say = self.wording.say
        minutes, seconds = divmod(scene.wait_s, 60)
        time = self.wording.number(f"{minutes}:{seconds:02}")
        self.trouble_picture = picture
        self.trouble = say(said) if said else ""
        self.advice = say(advice).format(time=time) if advice else ""
        self.for_badge = scene.for_badge
        self.offers_badge = not (self.closed or scene.trouble or scene.checking or scene.staff is None)
        self.revoked = scene.trouble is SignInTrouble.REVOKED
        self.closed = scene.staff is None or scene.trouble in (SignInTrouble.LOCKED, SignInTrouble.REVOKED)

    def issue_badge(self) -> None:
        self.send(IssueBadge())

    def _build_pad(self) -> None:
        """As on a telephone, because that is where hands know digits from."""
        for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9):
            self._pad.add_widget(self._key(digit))
        self._pad.add_widget(Widget())
        self._pad.add_widget(self._key(0))
        erase = KeyButton(picture="backspace", font_size=sp(34), face=theme.OFF)
        erase.bind(on_press=lambda *_: self.send(EraseDigit()))
        self._pad.add_widget(erase)

    def _lay_pad(self, *_: object) -> None:
        if self.closed:
            self.ids.sides.remove_widget(self._pad)
        else:
            self.ids.sides.add_widget(self._pad)

    def _key(self, digit: int) -> KeyButton:
        key = KeyButton(font_size=sp(34), font_name=theme.STRONG)
        key.bind(on_press=lambda *_: self.send(EnterDigit(digit)))
        self.keys[digit] = key
        return key


kv.load(__file__)

"""What can be touched: every widget that takes a touch says here what the touch would mean."""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty
from kivy.uix.behaviors import ButtonBehavior

from ui.seen import MOMENT_S, Offer, Offers


class Target:
    """Goes before a widget's class.

    A widget whose touch does not always do the same thing says in `means` what it would do now: the loan, the
    request, the copies it is about. Without `means` it stands for itself.
    """

    means = ObjectProperty(None, allownone=True)
    repeats = BooleanProperty(False)
    """Each of two quick touches is meant: letters, digits, the next page."""
    moment_s = NumericProperty(MOMENT_S)


class TargetButton(Target, ButtonBehavior):
    """A target that is pressed. (Of the name `Button`, Kivy would take it for its own.)"""


class Lid:
    """Keeps touches from what lies below, and offers nothing itself."""


def offers_of(widget: Any, session: int) -> Offers:
    """All that `widget` and those in it offer, in the order in which Kivy asks them: the last drawn first."""
    found: list[Offer] = []
    _collect(widget, session, found)
    return found


def _collect(widget: Any, session: int, found: list[Offer]) -> None:
    if widget.opacity == 0:
        return
    for child in widget.children:
        _collect(child, session, found)
    if widget.width > 0 and widget.height > 0 and isinstance(widget, Target | Lid):
        found.append(_offer(widget, session))


def _offer(widget: Any, session: int) -> Offer:
    """What it means in this session; nothing while it is disabled."""
    x, y = widget.pos
    box = (x, y, x + widget.width, y + widget.height)
    if isinstance(widget, Lid) or widget.disabled:
        return Offer(box, None, widget=widget)
    means = widget if widget.means is None else widget.means
    return Offer(box, (session, means), widget.moment_s, widget.repeats, widget)

"""What a tap hit, watched from outside: the test's own eyes, which know nothing of `ui.seen`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.screens.kiosk_driver import KioskDriver

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Hit:
    """What the button that was pressed was about; one that is always about the same stands for itself."""

    means: object
    moment_s: float


class Eyes:
    """Looks at each frame that is drawn, and knows since when each of `places` has shown the same button."""

    def __init__(self, driver: KioskDriver, places: list[Place]) -> None:
        self._driver = driver
        self._places = places
        self._since: dict[Place, tuple[Hit | None, float]] = {}
        self.now_s = 0.0

    def see(self) -> None:
        """A frame is drawn."""
        self._driver.app._touches.drawn()
        for place in self._places:
            hit = on_top(self._driver.app.stage, *place)
            if place not in self._since or self._since[place][0] != hit:
                self._since[place] = (hit, self.now_s)

    def waits(self, seconds: float) -> None:
        self._driver.passes(seconds)
        self.now_s += seconds

    def saw(self, place: Place, hit: Hit) -> bool:
        """Whether it was on the glass, there, for as long as such a button needs."""
        shown, since_s = self._since[place]
        return shown == hit and self.now_s - since_s >= hit.moment_s - 1e-6


def tap(driver: KioskDriver, place: Place) -> Hit | None:
    """A finger comes down and goes up again at once; what it pressed."""
    from kivy.tests.common import UnitTestTouch

    touch = UnitTestTouch(*place)
    touch.touch_down()
    pressed = next((_hit(widget) for widget in touch.ud if _is_button(widget)), None)
    touch.touch_up()
    return pressed


def on_top(widget: Any, x: float, y: float) -> Hit | None:
    """The button that is drawn last at this place; none where it is off or something lies over it."""
    for one in _drawn_last_first(widget):
        if one.collide_point(x, y) and (_is_button(one) or hasattr(one, "understood_by")):
            return _hit(one) if _is_button(one) and not one.disabled else None
    return None


def middles(driver: KioskDriver) -> list[Place]:
    """The middle of every button, and of what of it is not covered."""
    return [tuple(widget.center) for widget in driver.touchables() if widget.width > 0 and widget.height > 0]


def _is_button(widget: Any) -> bool:
    from kivy.uix.behaviors import ButtonBehavior

    return isinstance(widget, ButtonBehavior)


def _hit(widget: Any) -> Hit:
    return Hit(widget if widget.means is None else widget.means, widget.moment_s)


def _drawn_last_first(widget: Any) -> Iterator[Any]:
    if widget.opacity:
        for child in widget.children:
            yield from _drawn_last_first(child)
        yield widget

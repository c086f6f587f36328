"""Somebody who watches the glass, the fingers and the books, and knows nothing of how touches are decided.

The property. Whenever a copy is lent or asked for, or a request declined, a finger had come down on a button,
and at that place every frame of the last moment before it came down had shown a button that offers just this:
to lend these copies (those of the request, or of the basket), or to decline this request.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from appliance.messages import Approve, AskForLoan, Decline, Message, Touched
from appliance.model import Request
from appliance.status import Basket, GuardDesk
from tests.screens.kiosk_driver import KioskDriver
from ui.seen import MOMENT_S

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a button would do: lend these copies, now or once it is approved, or decline this request."""

    lends: frozenset[int] = frozenset()
    declines: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    drawn_at_s: float
    offered: tuple[tuple[Box, Decision], ...]

    def at(self, x: float, y: float) -> Decision | None:
        for (left, bottom, right, top), decision in self.offered:
            if left <= x <= right and bottom <= y <= top:
                return decision
        return None


class Witness:
    """`unseen` is every breach; `lent` (asked for, too) and `declined` count what was decided at all."""

    def __init__(self, driver: KioskDriver) -> None:
        self._driver = driver
        self._frames: list[Frame] = []
        self._came_down: dict[int, tuple[float, float, Decision | None]] = {}
        self._lifted: int | None = None
        self._meant: dict[int, tuple[Message, Decision]] = {}
        self.unseen: list[str] = []
        self.lent = self.declined = 0
        driver.window.bind(on_motion=self._finger, on_flip=self.sees)

    def leave(self) -> None:
        self._driver.window.unbind(on_motion=self._finger, on_flip=self.sees)

    # ------------------------------------------------------------ at the glass

    def sees(self, *_: object) -> None:
        """A frame is drawn."""
        now_s = self._driver.now_s
        self._frames.append(Frame(now_s, tuple(self._offered())))
        while len(self._frames) > 1 and self._frames[1].drawn_at_s <= now_s - 2 * MOMENT_S:
            self._frames.pop(0)

    def _offered(self) -> Iterator[tuple[Box, Decision]]:
        app = self._driver.app
        if app.shown is None or app.shown.refusal is not None or app.shown.leaving_in_s is not None:
            return
        scene = app.shown.scene
        if not isinstance(scene, Basket | GuardDesk):
            return
        for button in self._driver.touchables():
            name = getattr(button, "name", "")
            box = (button.x, button.y, button.right, button.top)
            if isinstance(scene, Basket) and name == "approved" and not button.disabled:
                yield box, Decision(lends=frozenset(line.copy.id for line in scene.lines))
            elif isinstance(scene, GuardDesk) and name in ("approve", "decline"):
                yield box, _answer(name, _request_of(button), scene)

    def _finger(self, window: Any, kind: str, touch: Any) -> None:
        if kind == "begin":
            place = (touch.sx * (window.width - 1), touch.sy * (window.height - 1))
            self._came_down[touch.uid] = (*place, self._seen_at(*place))
        self._lifted = touch.uid if kind == "end" else None

    def _seen_at(self, x: float, y: float) -> Decision | None:
        """What has been offered there for a moment until now."""
        since_s = self._driver.now_s - MOMENT_S
        first = [frame for frame in self._frames if frame.drawn_at_s <= since_s][-1:]
        later = [frame for frame in self._frames if frame.drawn_at_s > since_s]
        seen = {frame.at(x, y) for frame in (*first, *later)}
        return seen.pop() if first and len(seen) == 1 else None

    def hears(self, message: Message) -> None:
        """The face has sent this, while a finger was lifted."""
        command = message.command if isinstance(message, Touched) else None
        if not isinstance(command, Approve | AskForLoan | Decline):
            return
        nothing = (-1.0, -1.0, None)
        x, y, decision = self._came_down[self._lifted] if self._lifted is not None else nothing
        if decision is None:
            self.unseen.append(f"{command} at {x:.0f}, {y:.0f}: not seen for a moment")
        else:
            self._meant[id(message)] = (message, decision)

    # ------------------------------------------------------------ in the core's thread

    def judges(self, message: object, lent: Sequence[int], declined: Sequence[int]) -> None:
        """While it was handled these copies were lent or asked for, and these requests declined."""
        _, meant = self._meant.pop(id(message), (None, Decision()))
        if not set(lent) <= meant.lends or not set(declined) <= {meant.declines}:
            self.unseen.append(f"{message} lent {lent} and declined {declined}, where {meant} was seen")
        self.lent += len(lent)
        self.declined += len(declined)


def _request_of(button: Any) -> Request:
    card = button
    while not hasattr(card, "request"):
        card = card.parent
    request: Request = card.request
    return request


def _answer(name: str, request: Request, scene: GuardDesk) -> Decision:
    assert request in scene.requests, "a card shows a request that does not wait"
    if name == "decline":
        return Decision(declines=request.id)
    unmarked = (copy.id for copy in request.copies if scene.mark_of(request.id, copy.id) is None)
    return Decision(lends=frozenset(unmarked))

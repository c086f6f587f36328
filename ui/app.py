"""The kiosk's face: shows each status it is given, and sends each touch with its session number."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.metrics import Metrics
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from appliance.messages import Command, Message, Touched
from appliance.status import Status
from ui.dispatch import BUILD_ORDER, SCAN_ANSWERS, screen_class, screen_name
from ui.fit import density_of, stage_in
from ui.lock import lock, unlock
from ui.screens.screen import KioskScreen
from ui.seen import Offers
from ui.stage import Stage
from ui.target import offers_of
from ui.touches import Touches

Dock = Callable[[], Widget]

_QUIET_S = 0.3
"""Screens are built ahead only when this long nothing was shown: building one takes up to 100 ms."""
RESIZED_S = 0.25
"""Who draws a window's corner is followed when they rest: to build all anew takes a tenth of a second."""

_DEVICES_COME_S = 1.0
"""So long nothing more is built: the first scan may come as soon as the devices do."""


class KioskApp(App):
    """Shows each status it is given. Commands leave with the number of the session that was on the screen."""

    use_kivy_settings = False

    def __init__(
        self,
        post: Callable[[Message], None],
        dock: Dock | None = None,
        *,
        prebuild: bool = True,
        closable: bool = True,
    ) -> None:
        super().__init__()
        self._post = post
        self._dock = dock
        self.title = "BCE Kiosk" if dock is None else "BCE Kiosk demo: close this window to leave"
        self._prebuilds = prebuild
        self._closable = closable
        self._touches = Touches(self._offers, lambda x, y: bool(self.stage.collide_point(x, y)))
        self._screens: dict[str, KioskScreen] = {}
        self._latest: Status | None = None
        self.shown: Status | None = None
        self._shown_at_s = 0.0
        self._show_latest = Clock.create_trigger(self._draw_latest)
        self._when_scans_are_answered: list[Callable[[], None]] = []
        self._build_answers = Clock.create_trigger(self._build_an_answer, 0, interval=True)
        self._fit_later = Clock.create_trigger(self._build_anew, RESIZED_S)
        self._build_more = Clock.create_trigger(self._prebuild, 0.1, interval=True)

    def build(self) -> Widget:
        """The stage where it fits in the window, and the dock at the right."""
        self._built_for = tuple(Window.size)
        pos, size = stage_in(self._built_for, with_dock=self._dock is not None)
        self.stage = Stage(self._send, size_hint=(None, None), pos=pos, size=size)
        if self._dock is None:
            return self.stage
        beside = FloatLayout(size=Window.size)
        beside.add_widget(self.stage)
        dock = self._dock()
        dock.pos_hint = {"right": 1}
        beside.add_widget(dock)
        return beside

    def on_start(self) -> None:
        """A status that came before the window is drawn in the first frame."""
        lock(Window, closable=self._closable)
        self._touches.watch(Window)
        Window.bind(on_resize=self._resized)
        if self._latest is not None:
            self._draw_latest()
        if self._prebuilds:
            Window.bind(on_flip=self._begin_prebuilding)

    def on_stop(self) -> None:
        """The window is given back as it was."""
        self._touches.leave(Window)
        Window.unbind(on_resize=self._resized)
        self._fit_later.cancel()
        unlock(Window)

    def take(self, status: Status) -> None:
        """Show `status` at the next frame, unless a later one comes before; from any thread."""
        self._latest = status
        self._show_latest()

    def show(self, status: Status) -> None:
        """Show `status` now; on Kivy's thread."""
        screen = self._screen(screen_name(status.scene))
        screen.show(status)
        if screen is not self.stage.screen:
            self._touches.let_go()
        self.stage.set_screen(screen)
        self.stage.show_over(status)
        self.shown = status
        self._shown_at_s = Clock.get_time()
        self._touches.look_after_frame()

    @property
    def is_touched(self) -> bool:
        return self._touches.are_there

    def call_later(self, call: Callable[[], None], after_s: float) -> None:
        """Call `call` on Kivy's thread, `after_s` seconds from now."""
        Clock.schedule_once(lambda _: call(), after_s)

    def call_every(self, call: Callable[[], None], every_s: float) -> None:
        """Call `call` on Kivy's thread every `every_s` seconds, as long as the window is open."""
        Clock.schedule_interval(lambda _: call(), every_s)

    def keep_picture(self, path: Path) -> None:
        """What would be shown now, as a PNG file. Wait two idle frames after a change."""
        Window.canvas.ask_update()
        Window.dispatch("on_draw")
        # It numbers what it keeps.
        Path(Window.screenshot(str(path))).replace(path)
        Window.dispatch("on_flip")

    def open_settings(self, *_: Any) -> bool:
        """Nothing: Kivy's settings panel is no business of who stands at a kiosk."""
        return False

    def _resized(self, *_: object) -> None:
        self._fit_later.cancel()
        self._fit_later()

    def _build_anew(self, *_: object) -> None:
        """The window has another size: what is built stands on the old one's pixels of a dp."""
        density = density_of(Window.size, with_dock=self._dock is not None)
        if density <= 0 or self._built_for == tuple(Window.size):
            return
        self._touches.forget()
        for built in list(Window.children):
            Window.remove_widget(built)
        self._screens.clear()
        self.shown = None
        del self.stage
        self.root: Widget | None = None
        # What was built before was taken out of the collector's sight; left there it would stay for ever, and
        # be measured anew at each change.
        gc.unfreeze()
        gc.collect()
        Metrics.density = density
        root = self.build()
        self.root = root
        Window.add_widget(root)
        self._draw_latest()
        if self._prebuilds:
            self._build_answers()

    def _draw_latest(self, *_: object) -> None:
        if self._latest is not None and self.root is not None:
            self.show(self._latest)

    def _screen(self, name: str) -> KioskScreen:
        if name not in self._screens:
            # At its size from the first, so that it is laid out before it is shown, and once only.
            self._screens[name] = screen_class(name)(self._send, size=self.stage.size, pos=self.stage.pos)
        return self._screens[name]

    def _begin_prebuilding(self, *_: object) -> None:
        """After the first frame that shows something: until then nothing may be in its way."""
        if self.shown is not None:
            Window.unbind(on_flip=self._begin_prebuilding)
            gc.freeze()
            gc.enable()
            self._build_answers()

    def call_when_scans_are_answered(self, call: Callable[[], None]) -> None:
        """Call `call` as soon as what a first scan may bring is built; on Kivy's thread.

        Scanners are let in then: on a quarter of a core the first scan was answered after 0.5 s and more.
        """
        if not self._prebuilds or all(name in self._screens for name in SCAN_ANSWERS):
            call()
        else:
            self._when_scans_are_answered.append(call)

    def _build_an_answer(self, *_: object) -> bool:
        """One a frame, whatever is shown meanwhile: it is a few frames, and a touch waits for one at most."""
        for name in SCAN_ANSWERS:
            if name not in self._screens:
                self._screen(name)
                gc.freeze()
                return True
        self.stage.build_refusal()
        while self._when_scans_are_answered:
            self._when_scans_are_answered.pop(0)()
        Clock.schedule_once(lambda _: self._build_more(), _DEVICES_COME_S)
        return False

    def _prebuild(self, *_: object) -> bool:
        """One more screen in a quiet moment, so that the first of each kind comes fast too."""
        if Clock.get_time() - self._shown_at_s < _QUIET_S:
            return True
        for name in BUILD_ORDER:
            if name not in self._screens:
                self._screen(name)
                # At once and not all at the end: to look through all screens holds up a frame for 150 ms.
                gc.freeze()
                return True
        return False

    def _offers(self) -> Offers:
        return offers_of(self.stage, self.shown.session if self.shown else 0)

    def _send(self, command: Command) -> None:
        if self.shown is not None:
            self._post(Touched(self.shown.session, command))

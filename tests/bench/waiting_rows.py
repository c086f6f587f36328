"""How long scans wait while a PIN is looked at, beside scans while nothing else is to be done."""

from __future__ import annotations

import statistics
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from threading import Event

from appliance.effects import CheckPin, Effect
from appliance.loop import Loop
from appliance.messages import Message, PinChecked, Scanned, Ticked
from appliance.people.pins import hash_pin, pin_is_right
from appliance.unit.effect_runner import EffectRunner
from drivers.simulated.speaker import SimulatedSpeaker
from tests.bench.row import Row
from tests.flows.storyboard import MONDAY, open_kiosk, open_storyboard

PINS = 12
SCAN_WAITS_MS = 5.0


def rows() -> list[Row]:
    """The two in turn, so that both see the same machine."""
    with tempfile.TemporaryDirectory() as folder:
        unit = _Unit(Path(folder))
        calm_s, busy_s = [], []
        for _ in range(PINS):
            calm_s += [unit.scan_s() for _ in range(10)]
            busy_s += unit.scans_while_a_pin_is_checked()
        unit.stop()
    calm, busy = statistics.median(calm_s) * 1e3, statistics.median(busy_s) * 1e3
    most = statistics.quantiles(busy_s, n=20)[-1] * 1e3
    return [
        Row("waiting: a scan, nothing else to do, median", calm, "ms", None, True),
        Row(
            "waiting: a scan while a PIN is looked at, median",
            busy,
            "ms",
            SCAN_WAITS_MS,
            busy <= SCAN_WAITS_MS,
        ),
        Row("waiting: the same, 95 of 100 scans", most, "ms", SCAN_WAITS_MS, most <= SCAN_WAITS_MS),
    ]


class _Unit:
    """The real loop and the real worker, with PINs hashed as they are in use."""

    def __init__(self, folder: Path) -> None:
        story = open_storyboard(folder)
        self._book = "B1"
        story.store.close()
        self._began_s = time.monotonic()
        self._handled = Event()
        self._checked = Event()
        self._runner = EffectRunner(
            lambda _slip: None, lambda _slip: b"", tuple, SimulatedSpeaker().play, pin_is_right
        )
        self._loop = Loop(lambda: open_kiosk(folder), self._clock, self._carry_out, self._handled.set)
        self._runner.start(self._hear)
        self._loop.start()
        self._pin_hash = hash_pin(7, "482913")
        self._number = 0

    def scan_s(self) -> float:
        """From the scan until the core has taken it and told the screen."""
        self._handled.clear()
        start = time.perf_counter()
        self._loop.post(Scanned(self._book))
        self._handled.wait()
        return time.perf_counter() - start

    def scans_while_a_pin_is_checked(self) -> list[float]:
        """Scans come all the time from the moment the worker has the PIN until it answers."""
        self._number += 1
        self._checked.clear()
        self._runner.carry_out(CheckPin(self._number, 7, self._pin_hash, "482913"))
        took_s = []
        while not self._checked.is_set():
            took_s.append(self.scan_s())
            time.sleep(0.005)
        return took_s

    def stop(self) -> None:
        self._runner.stop()
        self._loop.stop()

    def _clock(self) -> Ticked:
        uptime_s = time.monotonic() - self._began_s
        return Ticked(MONDAY + timedelta(seconds=uptime_s), uptime_s)

    def _carry_out(self, _effect: Effect) -> None:
        """Nobody listens to the loudspeaker here."""

    def _hear(self, message: Message) -> None:
        assert isinstance(message, PinChecked)
        assert message.right
        self._checked.set()

"""Devices that come after the first frame: what was wanted of them before is not lost."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Event
from typing import Any

from appliance.messages import Message, Scanned, SlipPrinted
from appliance.model import Language, Side
from appliance.model.speech import Announcement, Cue
from appliance.paper.slip import Slip, Text
from appliance.unit.device_set import LateDevices
from appliance.unit.simulated_devices import simulated_devices

HANG_S = 60
SLIP = Slip(42, Language.KM, (Text("សៀវភៅ"),))


def test_nothing_is_made_before_the_first_frame() -> None:
    made = Event()

    def make() -> Any:
        made.set()

    late = LateDevices(make)
    late.start(lambda _message: None)
    late.play(Announcement(Language.KM, Cue.DONE, ()))
    assert late.findings() == ()
    late.stop_scanning()
    late.stop()
    assert not made.is_set()


def test_a_slip_wanted_before_is_printed_and_what_is_scanned_afterwards_is_heard(tmp_path: Any) -> None:
    simulated = simulated_devices(tmp_path / "slips")
    posted: SimpleQueue[Message] = SimpleQueue()
    late = LateDevices(lambda: simulated.devices)
    late.start(posted.put)
    late.submit(SLIP)
    late.open()
    assert posted.get(timeout=HANG_S) == SlipPrinted(42)
    assert late.profile is simulated.devices.profile
    simulated.at(Side.READER).scan("B1")
    assert posted.get(timeout=HANG_S) == Scanned("B1")
    late.submit(SLIP)
    assert posted.get(timeout=HANG_S) == SlipPrinted(42)
    late.stop_scanning()
    late.stop()

"""A whole unit, without a window: a technician signs in, and the worker's findings come to the bench."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from appliance.cli.demo_library import lay_table, make_demo_library
from appliance.messages import EnterDigit, StartTrial, Touched
from appliance.model.findings import Cause, Check
from appliance.status import Bench, GuardSignIn, Scene, SlipTrial, Status, Trial
from appliance.unit.assembly import Unit, assemble
from appliance.unit.simulated_devices import Simulated, simulated_devices

S = TypeVar("S", bound=Scene)


def next_scene(seen: SimpleQueue[Status], kind: type[S]) -> tuple[Status, S]:
    while True:
        status = seen.get(timeout=30)
        if isinstance(status.scene, kind):
            return status, status.scene


def signs_in(unit: Unit, simulated: Simulated, seen: SimpleQueue[Status], code: str, pin: str) -> None:
    simulated.scanner.scan(code)
    status, _ = next_scene(seen, GuardSignIn)
    for digit in pin:
        unit.loop.post(Touched(status.session, EnterDigit(int(digit))))


def test_the_bench_of_a_running_unit_is_examined_and_prints_the_test_slip(tmp_path: Path) -> None:
    make_demo_library(tmp_path / "library", None)
    technician = next(one for one in lay_table(tmp_path / "library").badges if "technician" in one.name)
    simulated = simulated_devices(tmp_path / "slips")
    unit = assemble(tmp_path / "library", simulated.devices)
    seen: SimpleQueue[Status] = SimpleQueue()
    unit.loop.subscribe(seen.put)
    unit.start()
    try:
        signs_in(unit, simulated, seen, technician.code, technician.pin)
        _, bench = next_scene(seen, Bench)
        while bench.examining:
            status, bench = next_scene(seen, Bench)
        causes = {finding.check: finding.cause for finding in bench.findings}
        assert causes[Check.SCANNER] is Cause.SCANNER_READY
        assert causes[Check.PAPER] is Cause.PAPER_THERE
        assert causes[Check.DATABASE] is Cause.DATABASE_SOUND
        assert set(causes) == set(Check)
        unit.loop.post(Touched(status.session, StartTrial(Trial.SLIP)))
        _, trial = next_scene(seen, SlipTrial)
        while trial.picture is None:
            _, trial = next_scene(seen, SlipTrial)
    finally:
        unit.stop()
    assert [picture.name for picture in simulated.mechanism.pictures] == ["slip-0000000.png"]
    assert simulated.mechanism.pictures[0].stat().st_size > 0

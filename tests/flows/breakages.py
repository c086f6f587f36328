"""What happens to a printer and a scanner: pulled, half-fed, out of paper, talking nonsense; and mended."""

from __future__ import annotations

import os
import random
import tty
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from tests.drivers.printer.fake_printer import FakePrinter


class ScannerCable:
    """`path` is there while the scanner is plugged in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ends = (-1, -1)

    def plug(self) -> None:
        far, near = self._ends = os.openpty()
        tty.setraw(near)
        os.set_blocking(far, False)
        self.path.symlink_to(os.ttyname(near))

    def unplug(self) -> None:
        self.path.unlink()
        for end in self._ends:
            os.close(end)

    def sends(self, sent: bytes) -> None:
        os.write(self._ends[0], sent)


class PrinterChaos:
    """A thread that breaks the printer and mends it again, once for each `happens`."""

    def __init__(self, paper: FakePrinter, dice: random.Random) -> None:
        self._paper, self._dice = paper, dice
        self._breaks: tuple[Callable[[], None], ...] = (
            self._pull_and_plug,
            self._half_a_slip,
            self._paper_out,
            self._lid_open,
            self._roll_ends_soon,
        )
        self._thread: Thread | None = None

    def happens(self) -> None:
        self.is_over()
        self._thread = Thread(target=self._dice.choice(self._breaks), daemon=True)
        self._thread.start()

    def is_over(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def _some_time(self) -> None:
        Event().wait(self._dice.uniform(0.0, 0.15))

    def _pull_and_plug(self) -> None:
        self._some_time()
        self._paper.unplug()
        self._some_time()
        self._paper.plug()

    def _half_a_slip(self) -> None:
        self._paper.takes_bytes_most = self._dice.randrange(1, 30_000)
        self._some_time()
        self._some_time()
        self._paper.takes_bytes_most = None
        self._paper.plug()

    def _paper_out(self) -> None:
        self._some_time()
        self._paper.paper = False
        self._some_time()
        self._paper.paper = True

    def _lid_open(self) -> None:
        self._some_time()
        self._paper.cover_open = True
        self._some_time()
        self._paper.cover_open = False

    def _roll_ends_soon(self) -> None:
        self._paper.paper_low = not self._paper.paper_low


def break_scanner(cable: ScannerCable, dice: random.Random) -> None:
    """Half a code, noise, or the plug in and out; a person then scans once more."""
    match dice.randrange(3):
        case 0:
            cable.sends(b"C00")
        case 1:
            cable.sends(dice.randbytes(dice.randrange(1, 90)))
        case _:
            cable.unplug()
            Event().wait(dice.uniform(0.0, 0.05))
            cable.plug()

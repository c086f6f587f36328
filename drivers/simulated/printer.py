"""A printer in memory: a slip becomes two files, the bytes a printer would get and a picture to see."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Lock

from appliance.model import PrinterState
from drivers.printer.mechanism import PrinterFault, PrintJob, trouble

_PRINTS = frozenset({PrinterState.READY, PrinterState.PAPER_LOW})


class SimulatedMechanism:
    """Prints into `folder`: `slip-0000042.escpos` and `slip-0000042.png`; a reprint takes their place.

    `delay_s` is how long a slip takes; it may be changed at any time. The dock calls `paper_out`, `fault`
    and `repair` from its own thread.
    """

    def __init__(self, folder: Path, delay_s: float = 0.0) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.delay_s = delay_s
        self._state = PrinterState.READY
        self._pictures: list[Path] = []
        self._lock = Lock()

    def paper_out(self) -> None:
        """The roll is empty until `repair`."""
        self._become(PrinterState.NO_PAPER)

    def become(self, state: PrinterState) -> None:
        """Any state, until `repair`."""
        self._become(state)

    def fault(self) -> None:
        """The printer does not answer until `repair`."""
        self._become(PrinterState.FAULT)

    def repair(self) -> None:
        """A new roll is in, the cable is back."""
        self._become(PrinterState.READY)

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The slips that came out, oldest first."""
        with self._lock:
            return tuple(self._pictures)

    def state(self) -> PrinterState:
        with self._lock:
            return self._state

    def write(self, job: PrintJob) -> None:
        """As `Mechanism.write`. A folder that cannot be written to is a fault of the printer."""
        Event().wait(self.delay_s)
        state = self.state()
        if state not in _PRINTS:
            raise trouble(state, begun=False)
        self._keep(job)

    def _keep(self, job: PrintJob) -> None:
        picture = self.folder / f"slip-{job.request_id:07}.png"
        try:
            picture.with_suffix(".escpos").write_bytes(job.payload)
            job.picture.save(picture)
        except OSError as error:
            raise PrinterFault from error
        with self._lock:
            self._pictures.append(picture)

    def _become(self, state: PrinterState) -> None:
        with self._lock:
            self._state = state

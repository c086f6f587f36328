"""A real printer on a cable: asked before a slip, watched while it prints, believed when it says it is out.

No slip is begun on a printer that cannot. From its first byte on it may have come out, and is told of so.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from appliance.model import PrinterState
from drivers.printer import status
from drivers.printer.line import Line, Unplugged
from drivers.printer.mechanism import PrinterTrouble, PrintJob, trouble
from drivers.printer.profile import PrinterProfile

ANSWER_S = 0.5
"""A printer answers `DLE EOT` within some milliseconds, also while it prints."""
STALL_S = 20.0
"""Without one byte taken for so long it is stuck; one byte a second is slow and no fault."""
OUT_S = 60.0
"""From the last byte taken until it must have said that the slip is out."""
_ASKED_MOST = 3
_WATCH_S = 1.0
_NO_BYTE = b"\x00"
_RESUME_BYTES = 4096 + 16
"""As long as the longest raster command: what a broken slip left open is ended by it, as white."""
_ANSWER_PAPER = b"\x1dr\x01"
"""`GS r 1`, answered in its turn: when all before it is printed."""
_FORGET = b"\x10\x05\x02"
"""`DLE ENQ 2`: recover from an error and forget what was in the buffer."""
_PRINTS = frozenset({PrinterState.READY, PrinterState.PAPER_LOW})


class RealPrinter:
    """`Mechanism` over a line that is opened anew whenever it was lost."""

    def __init__(
        self,
        open_line: Callable[[], Line],
        profile: PrinterProfile,
        *,
        stall_s: float = STALL_S,
        out_s: float = OUT_S,
    ) -> None:
        self._open_line = open_line
        self._profile = profile
        self._stall_s, self._out_s = stall_s, out_s
        self._line: Line | None = None
        self._left_open = True
        """The slip before this one may have broken off in the middle of a command, also when the kiosk lost
        its power and the printer did not."""
        self._begun = False
        self._is_out = False

    def state(self) -> PrinterState:
        """Ask it; a printer that tells nothing is ready as long as it is there."""
        try:
            return self._ask(self._opened())
        except Unplugged:
            self._let_go()
            return PrinterState.OFFLINE

    def write(self, job: PrintJob) -> None:
        """As `Mechanism.write`."""
        state = self.state()
        if state not in _PRINTS:
            raise trouble(state, begun=False)
        self._begun = False
        try:
            self._print(self._opened(), job.payload)
        except Unplugged as error:
            self._let_go()
            raise trouble(PrinterState.OFFLINE, begun=self._begun) from error
        except PrinterTrouble:
            self._left_open = True
            raise

    def close(self) -> None:
        self._let_go()

    def _opened(self) -> Line:
        if self._line is None:
            self._line = self._open_line()
        return self._line

    def _let_go(self) -> None:
        self._left_open = True
        if self._line is not None:
            self._line.close()
            self._line = None

    def _ask(self, line: Line) -> PrinterState:
        if not self._profile.answers:
            port = line.port_status()
            return PrinterState.READY if port is None else status.port_state(port)
        self._hear(line, 0.0)  # an answer that came too late for its question
        answers = []
        for about in (status.PRINTER, status.OFFLINE_CAUSE, status.ERROR_CAUSE, status.PAPER):
            answer = self._answer(line, about)
            if answer is None:
                return PrinterState.OFFLINE
            answers.append(answer)
        return status.state_of(*answers)

    def _answer(self, line: Line, about: int) -> int | None:
        """One lost question is no reason to call a printer dead."""
        for _ in range(_ASKED_MOST):
            answer = self._hear(line, ANSWER_S) if _say(line, status.question(about)) else None
            if answer is not None:
                return answer
        return None

    def _hear(self, line: Line, timeout_s: float) -> int | None:
        """The last answer about its state within that time; that a slip is out may come between."""
        answer = None
        for byte in line.read(timeout_s):
            self._is_out |= status.says_out(byte)
            answer = byte if status.is_answer(byte) else answer
        return answer

    def _print(self, line: Line, payload: bytes) -> None:
        if self._left_open:
            recover = _FORGET if self._profile.answers else b""
            self._send(line, recover + _NO_BYTE * _RESUME_BYTES, of_slip=False)
            self._left_open = False
        self._send(line, payload, of_slip=True)
        if self._profile.answers:
            self._hear(line, 0.0)
            self._is_out = False
            self._send(line, _ANSWER_PAPER, of_slip=True)
            self._wait_until_out(line)
        else:
            self._wait_until_sent(line)

    def _send(self, line: Line, sent: bytes, *, of_slip: bool) -> None:
        moved_s = monotonic()
        while sent:
            taken = line.write(sent, _WATCH_S)
            if taken:
                sent, moved_s = sent[taken:], monotonic()
                self._begun |= of_slip
            elif monotonic() - moved_s > self._stall_s:
                raise trouble(self._why_stuck(line), begun=self._begun)

    def _why_stuck(self, line: Line) -> PrinterState:
        state = self._ask(line)
        return PrinterState.FAULT if state in _PRINTS else state

    def _wait_until_out(self, line: Line) -> None:
        until_s = monotonic() + self._out_s
        self._hear(line, _WATCH_S)
        while not self._is_out:
            state = self._ask(line)
            if state not in _PRINTS:
                raise trouble(state, begun=True)
            if monotonic() > until_s:
                raise trouble(PrinterState.FAULT, begun=True)
            self._hear(line, _WATCH_S)

    def _wait_until_sent(self, line: Line) -> None:
        until_s = monotonic() + self._out_s
        while not line.is_sent():
            if monotonic() > until_s:
                raise trouble(PrinterState.FAULT, begun=True)
            line.read(0.05)  # a cheap way to wait that notices a pulled cable


def _say(line: Line, sent: bytes) -> bool:
    """Send all of a question, however slowly it is taken; False when the printer takes nothing more."""
    while sent:
        taken = line.write(sent, _WATCH_S)
        if not taken:
            return False
        sent = sent[taken:]
    return True

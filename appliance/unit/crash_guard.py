"""What happens when nobody foresaw it."""

from __future__ import annotations

import os
import threading
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from appliance.loop import Loop
from appliance.messages import Crashed

CRASHED = 70
"""EX_SOFTWARE of sysexits.h: systemd starts the program anew."""


@dataclass(slots=True)
class CrashGuard:
    """An error nobody foresaw, in any thread: journalled, told without any value, and the program ends.

    A value in a message may be a name or a code; systemd starts the program anew, into the same state.
    """

    loop: Loop
    expected: tuple[type[BaseException], ...]
    """Errors that are answers, not accidents: whoever raises them has told the user what to do."""

    _log: int = 2
    """Standard error from the start: sounddevice turns it away while PortAudio wakes up."""

    def __enter__(self) -> None:
        self._log = os.dup(2)
        threading.excepthook = lambda crash: self._end(crash.exc_type, crash.exc_traceback)

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, places: TracebackType | None
    ) -> None:
        threading.excepthook = threading.__excepthook__
        if kind is not None and issubclass(kind, Exception) and not issubclass(kind, self.expected):
            self._end(kind, places)

    def _end(self, kind: type[BaseException], places: TracebackType | None) -> None:
        lines = [f"{place.filename}:{place.lineno} in {place.name}" for place in traceback.extract_tb(places)]
        said = "\n".join(("An unexpected error ended the kiosk:", *lines, kind.__name__, ""))
        os.write(self._log, said.encode(errors="replace"))
        try:
            self.loop.note_crash(Crashed(kind.__name__, Path(lines[-1]).name if lines else ""))
        finally:
            os._exit(CRASHED)

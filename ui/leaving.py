"""The wish that the kiosk ends, heard at any moment of its life.

systemd stops the kiosk by SIGTERM, a technician by Ctrl-C. An exception raised out of a signal's handler can
be swallowed by whatever runs at that moment (Kivy has a bare `except:` around each provider of input), so the
handler only remembers. Whoever starts the kiosk asks between its steps, and the running window is told.
"""

from __future__ import annotations

import signal
from collections.abc import Callable

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Leaving:
    """Signals belong to the process, so there is one of these: `LEAVING`."""

    def __init__(self) -> None:
        self.asked = False
        self._end_window: Callable[[], None] | None = None

    def listen(self) -> None:
        """From now on no signal is lost. Both are set: a shell may have started us with SIGINT ignored."""
        for number in _SIGNALS:
            signal.signal(number, self._hear)

    def end_window_by(self, end: Callable[[], None]) -> None:
        """`end` is called amid anything at all on the main thread: it may set a flag and no more."""
        self._end_window = end
        if self.asked:
            end()

    def be_deaf(self) -> None:
        """The end has begun, and no second signal may break it off: a core not told waits for ever."""
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_IGN)

    def _hear(self, _signal: int, _frame: object) -> None:
        self.asked = True
        if self._end_window is not None:
            self._end_window()


LEAVING = Leaving()

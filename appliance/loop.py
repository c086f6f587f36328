"""The core's one thread: an inbox, the kiosk, and whoever wants to see its status.

Everything that changes goes through here in order. Workers (printer, scanner, screen) only post; nothing
they do can hold a loan up.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from appliance.effects import Effect
from appliance.inbox import Inbox
from appliance.messages import Crashed, Message, Started, Stopped, Ticked
from appliance.status import Status

TICK_S = 1.0
CRASH_NOTE_S = 2.0


class Session(Protocol):
    """What the loop drives: `kiosk.dispatcher.Kiosk`, or the sign that it is out of service."""

    @property
    def status(self) -> Status: ...

    def handle(self, message: Message) -> Sequence[Effect]: ...

    def close(self) -> None: ...


class Loop:
    """Runs a session in a thread of its own.

    `open_session` is called in that thread, because the database connection belongs to it. `read_clock`
    tells the time; it is read before every message, so what a message does is dated when it arrived.
    `beat` is called in that thread after every message and tick: who does not hear it knows that it hangs.
    """

    def __init__(
        self,
        open_session: Callable[[], Session],
        read_clock: Callable[[], Ticked],
        carry_out: Callable[[Effect], None],
        beat: Callable[[], None] = lambda: None,
    ) -> None:
        self._open_session = open_session
        self._read_clock = read_clock
        self._carry_out = carry_out
        self._beat = beat
        self._inbox = Inbox()
        self._watchers: list[Callable[[Status], None]] = []
        self._session: Session | None = None
        self._thread = threading.Thread(target=self._run, name="core")

    def post(self, message: Message) -> None:
        """Put a message into the inbox; from any thread, at any time. See `Inbox` for what may be lost."""
        self._inbox.put(message)

    def subscribe(self, watcher: Callable[[Status], None]) -> None:
        """Call `watcher` in the core's thread with each new status. Only before `start`."""
        self._watchers.append(watcher)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Let the messages already posted be handled, then end in good order."""
        self._inbox.put(Stopped())
        self._inbox.put(None)
        if self._thread.ident is not None:  # a kiosk may be stopped before its core began
            self._thread.join()

    def note_crash(self, crash: Crashed) -> None:
        """Journal an error nobody foresaw, if the core still can; the caller then ends the program."""
        if threading.current_thread() is self._thread:
            if self._session is not None:
                self._session.handle(crash)
                self._session.close()
        else:
            self._inbox.put(crash)
            self._inbox.put(None)
            self._thread.join(CRASH_NOTE_S)

    def _run(self) -> None:
        session = self._session = self._open_session()
        effects = [*session.handle(self._read_clock()), *session.handle(Started())]
        shown = session.status
        self._publish(shown)
        # A slip that waited over the restart is among them.
        self._carry_out_all(effects)
        self._beat()
        while (message := self._next()) is not None:
            effects = [*session.handle(self._read_clock()), *session.handle(message)]
            if session.status != shown:
                shown = session.status
                self._publish(shown)
            self._carry_out_all(effects)
            self._beat()
        session.close()

    def _carry_out_all(self, effects: Sequence[Effect]) -> None:
        for effect in effects:
            self._carry_out(effect)

    def _next(self) -> Message | None:
        try:
            return self._inbox.get(TICK_S)
        except queue.Empty:
            return self._read_clock()

    def _publish(self, status: Status) -> None:
        for watcher in self._watchers:
            watcher(status)

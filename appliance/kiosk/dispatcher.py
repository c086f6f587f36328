"""One way in, one way out: a message comes, the next status and what is to be printed come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from appliance.kiosk import guard_desk, guard_sign_in, idle, lending_desk, reader_desk
from appliance.kiosk.commands import touched
from appliance.kiosk.library import Library
from appliance.kiosk.scans import scanned
from appliance.kiosk.slips import slip_came
from appliance.kiosk.turn import Effect, Turn
from appliance.messages import (
    Crashed,
    DriverFailed,
    Message,
    PrinterChanged,
    Scanned,
    ScannerFound,
    ScannerLost,
    SlipFailed,
    SlipPrinted,
    Started,
    Stopped,
    Ticked,
    Touched,
)
from appliance.model import ALL_WELL, Devices, RequestState, ScannerState, Side
from appliance.ports import JSON, MemoryFull
from appliance.status import (
    Attract,
    AwaitingApproval,
    GuardDesk,
    GuardSignIn,
    Home,
    OutOfService,
    OutOfServiceReason,
    SlipProgress,
    Status,
)

REQUEST_LASTS = timedelta(hours=12)


class Kiosk:
    """The session. `handle` is the only way to change it, `status` the only way to see it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._devices: Devices = ALL_WELL
        self._turn = Turn(library.home_language, language=library.home_language, scene=Attract())

    @property
    def status(self) -> Status:
        turn, library = self._turn, self._library
        leaving_in_s = idle.warning_s(turn, library.uptime_s)
        return Status(turn.number, turn.scene, turn.language, library.today, self._devices, leaving_in_s)

    def handle(self, message: Message) -> Sequence[Effect]:
        """Take one message. When this returns, every change that `status` tells of is on disk."""
        try:
            self._take(message)
        except MemoryFull:
            self._turn.scene = OutOfService(OutOfServiceReason.DISK_FULL)
        effects, self._turn.effects = self._turn.effects, []
        return effects

    def close(self) -> None:
        """Let go of the library file; nothing may be handled afterwards."""
        self._library.memory.close()

    def _take(self, message: Message) -> None:
        match message:
            case Ticked(now, uptime_s):
                self._library.set_time(now, uptime_s)
                self._tick()
            case Started():
                self._note("started", {"after_sudden_end": self._library.memory.journal.last_start_is_open()})
            case Stopped():
                self._note("stopped", {})
            case Crashed(error, place):
                self._note("crashed", {"error": error, "place": place})
            case Scanned(code):
                self._scan(code)
            case Touched():
                self._touch(message)
            case SlipPrinted(number):
                slip_came(self._turn, number, SlipProgress.PRINTED)
            case SlipFailed(number, state):
                self._devices = replace(self._devices, printer=state)
                slip_came(self._turn, number, SlipProgress.FAILED)
            case PrinterChanged(state):
                self._devices = replace(self._devices, printer=state)
            case ScannerLost(side):
                self._devices = _with_scanner(self._devices, side, ScannerState.LOST)
            case ScannerFound(side):
                self._devices = _with_scanner(self._devices, side, ScannerState.READY)
            case DriverFailed(device, error, place):
                self._note("driver_failed", {"device": device, "error": error, "place": place})

    def _scan(self, code: str) -> None:
        if isinstance(self._turn.scene, OutOfService):
            return
        self._turn.touched_at_s = self._library.uptime_s
        scanned(self._library, self._turn, code)

    def _touch(self, message: Touched) -> None:
        turn = self._turn
        if message.session != turn.number or isinstance(turn.scene, OutOfService):
            return
        turn.touched_at_s = self._library.uptime_s
        scene = type(turn.scene).__name__
        if not touched(self._library, turn, message.command):
            # Nobody foresaw this command on this screen: it is left out, and the journal says so.
            self._note("unforeseen", {"scene": scene, "command": type(message.command).__name__})

    def _note(self, kind: str, body: Mapping[str, JSON]) -> None:
        with self._library.memory.transaction():
            self._library.memory.journal.append(self._library.now, kind, body)

    def _tick(self) -> None:
        turn, library = self._turn, self._library
        if turn.scene == OutOfService(OutOfServiceReason.DISK_FULL):
            self._try_the_disk_again()
            return
        if isinstance(turn.scene, GuardSignIn):
            guard_sign_in.count_down(library, turn, turn.scene)
        if idle.left_s(turn, library.uptime_s) <= 0:
            self._leave()
        reader_desk.keep_dates_true(library, turn)
        self._let_requests_lapse()

    def _try_the_disk_again(self) -> None:
        """Somebody may have made room; until then each try ends in `MemoryFull` and changes nothing."""
        self._note("room_again", {})
        self._turn.end(Attract())
        self._turn.touched_at_s = self._library.uptime_s

    def _leave(self) -> None:
        was_home = isinstance(self._turn.scene, Home)
        self._turn.end(Attract() if was_home else Home())
        self._turn.touched_at_s = self._library.uptime_s

    def _let_requests_lapse(self) -> None:
        library, turn = self._library, self._turn
        waiting = library.memory.requests.all_waiting()
        old = [request for request in waiting if library.now - request.asked_at > REQUEST_LASTS]
        for request in old:
            lending_desk.close_request(library, request, RequestState.LAPSED, None)
        match turn.scene:
            case AwaitingApproval(request=shown) if shown.id in {request.id for request in old}:
                turn.end()
            case GuardDesk() as scene if old:
                guard_desk.turn_page(library, turn, scene, scene.page)


def _with_scanner(devices: Devices, side: Side, state: ScannerState) -> Devices:
    match side:
        case Side.READER:
            return replace(devices, scanner=state)
        case Side.GUARD:
            return replace(devices, guard_scanner=state)

"""One way in, one way out: a message comes, the next status and what is to be printed come out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from appliance.kiosk import (
    date_desk,
    date_watch,
    guard_desk,
    guard_sign_in,
    idle,
    lending_desk,
    reader_desk,
    slip_answers,
    trials,
)
from appliance.kiosk.bench import bench_of, examined, note_visit, slip_drawn
from appliance.kiosk.commands import touched
from appliance.kiosk.device_desk import DeviceDesk
from appliance.kiosk.library import Library
from appliance.kiosk.scans import scanned
from appliance.kiosk.turn import Announce, Effect, Turn
from appliance.kiosk.voice import announce
from appliance.messages import (
    Crashed,
    Examined,
    Message,
    Scanned,
    SlipDrawn,
    Started,
    Stopped,
    Ticked,
    Touched,
)
from appliance.model import RequestState, Side
from appliance.ports import MemoryFull
from appliance.status import (
    Attract,
    AwaitingApproval,
    GuardDesk,
    GuardSignIn,
    Home,
    OutOfService,
    OutOfServiceReason,
    ScanTrial,
    Status,
)

REQUEST_LASTS = timedelta(hours=12)


class Kiosk:
    """The session. `handle` is the only way to change it, `status` the only way to see it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._turn = Turn(library.home_language, language=library.home_language, scene=Attract())
        self._device_desk = DeviceDesk(library, self._turn)

    @property
    def status(self) -> Status:
        turn, library = self._turn, self._library
        leaving_in_s = idle.warning_s(turn, library.uptime_s)
        return Status(
            turn.number,
            turn.scene,
            turn.language,
            library.today,
            self._device_desk.devices,
            leaving_in_s,
            library.timekeeper.doubt,
        )

    def handle(self, message: Message) -> Sequence[Effect]:
        """Take one message. When this returns, every change that `status` tells of is on disk."""
        bench_before = bench_of(self._turn.scene)
        before = self.status
        try:
            self._take(message)
            if bench_before is not None and not self._still_at_bench():
                note_visit(self._library, bench_before)
        except MemoryFull:
            self._turn.scene = OutOfService(OutOfServiceReason.DISK_FULL)
        effects, self._turn.effects = self._turn.effects, []
        heard = announce(message, before, self.status)
        return [*effects, Announce(heard)] if heard else effects

    def _still_at_bench(self) -> bool:
        return bench_of(self._turn.scene) is not None or bench_of(self._turn.before) is not None

    def close(self) -> None:
        """Let go of the library file; nothing may be handled afterwards."""
        self._library.memory.close()

    def _take(self, message: Message) -> None:
        match message:
            case Ticked(now, uptime_s):
                self._library.set_time(now, uptime_s)
                date_watch.watch(self._library)
                self._tick()
            case Started():
                sudden = self._library.memory.journal.last_start_is_open()
                self._library.note("started", {"after_sudden_end": sudden})
                date_watch.note(self._library)
                slip_answers.begin_anew(self._library, self._turn)
            case Stopped():
                self._library.note("stopped", {})
            case Crashed(error, place):
                self._library.note("crashed", {"error": error, "place": place})
            case Scanned(code, side):
                self._scan(code, side)
            case Touched():
                self._touch(message)
            case Examined(findings):
                examined(self._library, self._turn, findings)
            case SlipDrawn(picture):
                slip_drawn(self._turn, picture)
            case _:
                self._device_desk.hear(message)

    def _scan(self, code: str, side: Side) -> None:
        turn = self._turn
        if isinstance(turn.scene, OutOfService):
            return
        before = turn.scene, turn.number
        if isinstance(turn.scene, ScanTrial):
            turn.scene = trials.heard(turn.scene, code, side)
        else:
            scanned(self._library, turn, code, self._device_desk.side_meant(side))
        if (turn.scene, turn.number) != before:
            # A book that is left under a scanner is read on and on, and keeps nobody signed in.
            turn.touched_at_s = self._library.uptime_s

    def _touch(self, message: Touched) -> None:
        turn = self._turn
        if message.session != turn.number or isinstance(turn.scene, OutOfService):
            return
        turn.touched_at_s = self._library.uptime_s
        scene = type(turn.scene).__name__
        if not touched(self._library, turn, message.command):
            # Nobody foresaw this command on this screen: it is left out, and the journal says so.
            self._library.note("unforeseen", {"scene": scene, "command": type(message.command).__name__})

    def _tick(self) -> None:
        turn, library = self._turn, self._library
        if turn.scene == OutOfService(OutOfServiceReason.DISK_FULL):
            self._try_the_disk_again()
            return
        if isinstance(turn.scene, GuardSignIn):
            guard_sign_in.count_down(library, turn, turn.scene)
        if idle.left_s(turn, library.uptime_s) <= 0:
            self._leave()
        date_desk.watch(library, turn)
        reader_desk.keep_dates_true(library, turn)
        self._device_desk.watch()
        self._let_requests_lapse()

    def _try_the_disk_again(self) -> None:
        """Somebody may have made room; until then each try ends in `MemoryFull` and changes nothing."""
        self._library.note("room_again", {})
        slip_answers.there_is_room(self._library, self._turn)
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

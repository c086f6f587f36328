"""One way in, one way out: a message comes, the next status and what is to be printed come out."""

from __future__ import annotations

from collections.abc import Sequence

from appliance.effects import Announce, Effect
from appliance.kiosk import date_watch, idle, watchers
from appliance.kiosk.context import DeskContext
from appliance.kiosk.device_events import DeviceDesk
from appliance.kiosk.scans import scanned
from appliance.kiosk.slips import printer_events
from appliance.kiosk.staff import new_badge, set_date, sign_in
from appliance.kiosk.technician import trials
from appliance.kiosk.technician.bench import bench_of, examined, note_visit, slip_drawn
from appliance.kiosk.touches import touched
from appliance.kiosk.turn import Turn
from appliance.kiosk.voice.announce import announce
from appliance.messages import (
    Crashed,
    Examined,
    Message,
    PinChecked,
    PinHashed,
    Scanned,
    SlipDrawn,
    SlipFailed,
    SlipPrinted,
    SnapshotChecked,
    Started,
    Stopped,
    Ticked,
    Touched,
)
from appliance.model import Side, unit_events
from appliance.ports import StoreFull
from appliance.status import (
    Attract,
    OutOfService,
    OutOfServiceReason,
    ScanTrial,
    Status,
)


class Kiosk:
    """The session. `handle` is the only way to change it, `status` the only way to see it."""

    def __init__(self, context: DeskContext) -> None:
        self._context = context
        self._turn = Turn(context.home_language, language=context.home_language, scenes=[Attract()])
        self._device_desk = DeviceDesk(context, self._turn)
        self._watched = watchers.Watched(context, self._turn, self._device_desk)
        self.status = self._status_now()

    def _status_now(self) -> Status:
        """Made once for each message: nothing changes between two."""
        turn, context = self._turn, self._context
        leaving_in_s = idle.warning_s(turn, context.uptime_s)
        return Status(
            turn.number,
            turn.scene,
            turn.language,
            context.today,
            self._device_desk.devices,
            turn.refusal,
            leaving_in_s,
            turn.since_sign_in,
            context.timekeeper.doubt,
            set_date.off_since(context),
        )

    def handle(self, message: Message) -> Sequence[Effect]:
        """Take one message. When this returns, every change that `status` tells of is on disk."""
        bench_before = bench_of(self._turn)
        before = self.status
        try:
            self._take(message)
            if bench_before is not None and not self._still_at_bench():
                note_visit(self._context, bench_before)
        except StoreFull:
            self._turn.go_to(OutOfService(OutOfServiceReason.DISK_FULL))
            self._turn.refusal = None
        effects, self._turn.effects = self._turn.effects, []
        self.status = self._status_now()
        heard = announce(message, before, self.status)
        return [*effects, Announce(heard)] if heard else effects

    def _still_at_bench(self) -> bool:
        return bench_of(self._turn) is not None

    def close(self) -> None:
        """Let go of the library file; nothing may be handled afterwards."""
        self._watched.jobs.close()
        self._context.store.close()

    def _take(self, message: Message) -> None:
        match message:
            case Ticked(now, uptime_s):
                self._context.set_time(now, uptime_s)
                watchers.tick(self._watched)
            case Started():
                sudden = self._context.store.journal.last_start_is_open()
                self._context.note(unit_events.Started(sudden))
                date_watch.note(self._context)
                printer_events.begin_anew(self._context, self._turn)
            case Stopped():
                self._context.note(unit_events.Stopped())
            case Crashed(error, place):
                self._context.note(unit_events.Crashed(error, place))
            case Scanned(code, side):
                self._scan(code, side)
            case Touched():
                self._touch(message)
            case Examined(findings):
                examined(self._context, self._turn, findings)
            case PinChecked() | PinHashed():
                self._pin_answered(message)
            case SlipPrinted() | SlipFailed():
                new_badge.slip_came(self._turn, message)
                self._device_desk.hear(message)
            case SlipDrawn(picture):
                slip_drawn(self._turn, picture)
            case SnapshotChecked():
                self._watched.jobs.hear(message)
            case _:
                self._device_desk.hear(message)

    def _pin_answered(self, answer: PinChecked | PinHashed) -> None:
        match answer:
            case PinChecked(number, right):
                sign_in.checked(self._context, self._turn, number, right=right)
            case PinHashed(number, pin_hash):
                new_badge.pin_hashed(self._context, self._turn, number, pin_hash)

    def _scan(self, code: str, side: Side) -> None:
        turn = self._turn
        if isinstance(turn.scene, OutOfService):
            return
        before = turn.scene, turn.refusal, turn.number
        if isinstance(turn.scene, ScanTrial):
            turn.show(trials.heard(turn.scene, code, side))
        else:
            scanned(self._context, turn, code, self._device_desk.side_meant(side))
        changed = (turn.scene, turn.refusal, turn.number) != before
        if changed and idle.is_kept_by_scan(turn, before[0]):
            # A book that is left under a scanner is read on and on, and keeps nobody signed in; nor do two
            # that are read in turn keep open what staff have left.
            turn.touched_at_s = self._context.uptime_s

    def _touch(self, message: Touched) -> None:
        turn = self._turn
        if message.session != turn.number or isinstance(turn.scene, OutOfService):
            return
        turn.touched_at_s = self._context.uptime_s
        scene = type(turn.scene).__name__
        touched(self._context, turn, message.command)
        if turn.unforeseen is not None:
            # Nobody foresaw this command on this screen: it is left out, and the journal says so.
            self._context.note(unit_events.Unforeseen(scene, type(turn.unforeseen).__name__))
            turn.unforeseen = None

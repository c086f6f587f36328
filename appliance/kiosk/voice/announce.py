"""What is heard after a message: a pure function of the status before it and after it.

Each scan has at once its sound. Time alone says nothing but that the kiosk went out of service: a screen that
ends by itself ends in silence, and nothing is repeated unless somebody asks (`SayAgain`) or scans again.
"""

from __future__ import annotations

from appliance.kiosk.voice.scenes import Phrases, of_devices, of_scene, of_slip, refusal_of
from appliance.messages import Message, SayAgain, Scanned, Ticked, Touched
from appliance.model import ScannerState
from appliance.model.speech import Announcement, Cue, Phrase
from appliance.status import (
    Approved,
    Attract,
    Basket,
    BenchScene,
    GuardDesk,
    GuardSignIn,
    Identify,
    MyBooks,
    OutOfService,
    Returning,
    SlipProgress,
    Status,
)

Heard = tuple[Cue | None, Phrases]

_SILENCE: Heard = (None, ())


def announce(message: Message, before: Status, after: Status) -> Announcement | None:
    """What to let be heard now that `message` turned `before` into `after`; None for silence."""
    match message:
        case Touched(session, SayAgain()):
            return everything(after) if session == after.session else None
        case Ticked() if not isinstance(after.scene, OutOfService):
            return None
    cue, phrases = _join(
        _of_scene(message, before, after),
        _of_devices(before, after),
    )
    if cue is None and isinstance(message, Scanned):
        cue = Cue.SCANNED
    return Announcement(after.language, cue, phrases) if cue or phrases else None


def everything(status: Status) -> Announcement:
    """All that the screen says and what to do, for whoever touched the ear; a device in trouble last."""
    return Announcement(status.language, None, (*of_scene(status.scene), *of_devices(status.devices)))


def _join(scene: Heard, devices: Heard) -> Heard:
    """One sound only; the phrases of both."""
    return scene[0] or devices[0], (*scene[1], *devices[1])


def _of_scene(message: Message, before: Status, after: Status) -> Heard:
    scanned = isinstance(message, Scanned)
    if _is_refused(scanned, before, after):
        return Cue.REFUSED, of_scene(after.scene)
    if isinstance(before.scene, BenchScene) and isinstance(after.scene, BenchScene):
        # A technician listens to the unit itself; the trial of the sound is not talked into.
        return Cue.ACCEPTED if scanned and before.scene != after.scene else None, ()
    if isinstance(after.scene, Attract):
        return _SILENCE
    if type(before.scene) is not type(after.scene) or before.session != after.session:
        return _arrived(scanned, after)
    if before.language != after.language:
        return None, of_scene(after.scene)
    return _went_on(scanned, before, after)


def _is_refused(scanned: bool, before: Status, after: Status) -> bool:
    """Newly refused, or the same refused again by another scan; a PIN that is counted out is one as well."""
    if isinstance(after.scene, GuardSignIn) and after.scene.trouble is not None:
        was = before.scene.trouble if isinstance(before.scene, GuardSignIn) else None
        return scanned or was is not after.scene.trouble
    refusal = refusal_of(after.scene)
    return refusal is not None and (scanned or refusal != refusal_of(before.scene))


def _arrived(scanned: bool, after: Status) -> Heard:
    """Another screen."""
    match after.scene:
        case Approved():
            return Cue.DONE, of_scene(after.scene)
        case OutOfService():
            return Cue.ATTENTION, of_scene(after.scene)
        case Returning(lines=lines) if lines:
            return Cue.DONE, (Phrase.RETURNED,)
        case MyBooks(renewed=renewed) if renewed is not None:
            return Cue.DONE, (Phrase.RENEWED,)
    return Cue.ACCEPTED if scanned else None, of_scene(after.scene)


def _went_on(scanned: bool, before: Status, after: Status) -> Heard:
    """The same screen with something else on it. What is typed or turned to is seen, not told."""
    match before.scene, after.scene:
        case Basket(lines=old), Basket(lines=new) if len(new) > len(old):
            return Cue.ACCEPTED, of_scene(after.scene)
        case Returning(lines=old), Returning(lines=new) if new != old and new:
            return Cue.DONE, (Phrase.RETURNED,)
        case MyBooks(renewed=old), MyBooks(renewed=new) if new is not None and new != old:
            return Cue.DONE, (Phrase.RENEWED,)
        case Approved(slip=old), Approved(slip=new) if new is not old:
            return _slip_came(new)
        case GuardDesk(decided=old), GuardDesk(decided=new) if new > old:
            return Cue.DONE, (Phrase.DECIDED,)
        case Identify(held=old), Identify(held=new) if new is not None and new != old:
            return Cue.ACCEPTED, of_scene(after.scene)
    if scanned and before.scene != after.scene:
        return Cue.ACCEPTED, of_scene(after.scene)
    return _SILENCE


def _slip_came(slip: SlipProgress) -> Heard:
    phrases = of_slip(slip)
    if not phrases:
        return _SILENCE
    return Cue.DONE if slip is SlipProgress.PRINTED else Cue.ATTENTION, phrases


def _of_devices(before: Status, after: Status) -> Heard:
    """Trouble that is new, or a scanner that is back; a printer that is well again is heard printing."""
    old, new = of_devices(before.devices), of_devices(after.devices)
    troubles = tuple(phrase for phrase in new if phrase not in old)
    if troubles:
        return Cue.ATTENTION, troubles
    found = _found(before, after)
    return (Cue.ACCEPTED, found) if found else _SILENCE


def _found(before: Status, after: Status) -> Phrases:
    was, now = before.devices, after.devices
    ready = ScannerState.READY
    reader = (Phrase.SCANNER_FOUND,) if now.scanner is ready is not was.scanner else ()
    guard = (Phrase.GUARD_SCANNER_FOUND,) if now.guard_scanner is ready is not was.guard_scanner else ()
    return (*reader, *guard)

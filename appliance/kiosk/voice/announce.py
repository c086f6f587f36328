"""What is heard after a message: a pure function of the status before it and after it.

Each scan has at once its sound. Time alone says nothing but that the kiosk went out of service: a screen that
ends by itself ends in silence, and nothing is repeated unless somebody asks (`SayAgain`) or scans again.
"""

from __future__ import annotations

from appliance.kiosk.scenes import here
from appliance.kiosk.voice.phrases import Phrases, phrases_of_devices, phrases_of_refusal, phrases_of_slip
from appliance.kiosk.voice.without_scanner import without_lost_scanners
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
    ReturnLine,
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
    phrases = (*phrases_for(status), *phrases_of_devices(status))
    return Announcement(status.language, None, tuple(dict.fromkeys(phrases)))


def phrases_for(status: Status) -> Phrases:
    """What the screen says: a refusal before all, with every reason it has, else the scene's own phrases."""
    refusal = status.refusal
    phrases = here(status.scene).phrases() if refusal is None else phrases_of_refusal(refusal)
    return without_lost_scanners(phrases, status.devices)


def _join(scene: Heard, devices: Heard) -> Heard:
    """One sound only; the phrases of both."""
    return scene[0] or devices[0], tuple(dict.fromkeys((*scene[1], *devices[1])))


def _of_scene(message: Message, before: Status, after: Status) -> Heard:
    scanned = isinstance(message, Scanned)
    if _is_refused(scanned, before, after):
        return Cue.REFUSED, phrases_for(after)
    if isinstance(before.scene, BenchScene) and isinstance(after.scene, BenchScene):
        # A technician listens to the unit itself; the trial of the sound is not talked into.
        return Cue.ACCEPTED if scanned and before.scene != after.scene else None, ()
    if isinstance(after.scene, Attract):
        return _SILENCE
    if type(before.scene) is not type(after.scene) or before.session != after.session:
        return _arrived(scanned, after)
    if before.language != after.language:
        return None, phrases_for(after)
    return _went_on(scanned, before, after)


def _is_refused(scanned: bool, before: Status, after: Status) -> bool:
    """Newly refused, or the same refused again by another scan; a PIN that is counted out is one as well."""
    if isinstance(after.scene, GuardSignIn) and after.scene.trouble is not None:
        was = before.scene.trouble if isinstance(before.scene, GuardSignIn) else None
        return scanned or was is not after.scene.trouble
    return after.refusal is not None and (scanned or after.refusal != before.refusal)


def _arrived(scanned: bool, after: Status) -> Heard:
    """Another screen."""
    match after.scene:
        case Approved():
            return Cue.DONE, phrases_for(after)
        case OutOfService():
            return Cue.ATTENTION, phrases_for(after)
        case Returning(lines=lines) if lines:
            return Cue.DONE, _of_return(lines[0])
        case MyBooks(renewed=renewed) if renewed is not None:
            return Cue.DONE, (Phrase.RENEWED,)
    return Cue.ACCEPTED if scanned else None, phrases_for(after)


def _went_on(scanned: bool, before: Status, after: Status) -> Heard:
    """The same screen with something else on it. What is typed or turned to is seen, not told."""
    match before.scene, after.scene:
        case Basket(lines=old), Basket(lines=new) if len(new) > len(old):
            return Cue.ACCEPTED, phrases_for(after)
        case Returning(lines=old), Returning(lines=new) if new != old and new:
            return Cue.DONE, _of_return(new[0])
        case MyBooks(renewed=old), MyBooks(renewed=new) if new is not None and new != old:
            return Cue.DONE, (Phrase.RENEWED,)
        case Approved(slip=old), Approved(slip=new) if new is not old:
            return _slip_came(new)
        case GuardDesk(decided=old), GuardDesk(decided=new) if new > old:
            return Cue.DONE, (Phrase.DECIDED,)
        case GuardDesk(), GuardDesk(whereabouts=at) if scanned and at is not None and at.shelved:
            return Cue.DONE, phrases_for(after)
        case Identify(held=old), Identify(held=new) if new is not None and new != old:
            return Cue.ACCEPTED, phrases_for(after)
    if not scanned:
        return _SILENCE
    return _told_again(after) if before.scene == after.scene else (Cue.ACCEPTED, phrases_for(after))


def _of_return(line: ReturnLine) -> Phrases:
    return (Phrase.TO_BE_SHELVED if line.to_be_shelved else Phrase.RETURNED,)


def _told_again(after: Status) -> Heard:
    """A scan that changed nothing where the screen shows a success repeats that success."""
    match after.scene:
        case Approved():
            return Cue.DONE, (Phrase.APPROVED,)
        case MyBooks(renewed=renewed) if renewed is not None:
            return Cue.DONE, (Phrase.RENEWED,)
    return _SILENCE  # at a return the books are counted by ear: the same one is not heard as two


def _slip_came(slip: SlipProgress) -> Heard:
    phrases = phrases_of_slip(slip)
    if not phrases:
        return _SILENCE
    return Cue.DONE if slip is SlipProgress.PRINTED else Cue.ATTENTION, phrases


def _of_devices(before: Status, after: Status) -> Heard:
    """Trouble that is new, or a scanner that is back; a printer that is well again is heard printing."""
    old, new = phrases_of_devices(before), phrases_of_devices(after)
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

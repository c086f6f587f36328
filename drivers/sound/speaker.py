"""The `Speaker` of a real unit: one thread that plays the newest announcement and forgets older ones."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event

from appliance.model import Language
from appliance.model.speech import Announcement, Cue, Phrase
from appliance.ports import Post
from drivers.sound.clips import Clip
from drivers.sound.earcons import earcon
from drivers.sound.output import NoSound, Output
from drivers.sound.recordings import Recordings
from drivers.supervision import Supervised

LOOK_AGAIN_S = 10.0
"""A device that was not there is looked for again after so long, then after twice as long each time: waking
PortAudio takes some of a core."""
LONGEST_REST_S = 160.0
_LOOK_S = 0.5
"""How often the thread looks whether it is to stop."""


@dataclass(frozen=True, slots=True)
class SpeakerHealth:
    """`trouble` is the class of the last error while there is no device; `recorded` phrases of `phrases`."""

    has_device: bool
    trouble: str
    recorded: dict[Language, int]
    phrases: int = len(Phrase)


class SoundSpeaker:
    """Never raises and never waits: without a device there is silence, and it is looked for again."""

    def __init__(self, output: Output, recordings: Recordings, *, look_again_s: float = LOOK_AGAIN_S) -> None:
        self._output = output
        self._recordings = recordings
        self._look_again_s = look_again_s
        self._waiting: Announcement | None = None
        self._has_work = Event()
        self._lock = threading.Lock()
        self._trouble = "NotStarted"
        self._cues: dict[Cue, Clip] = {}
        self._thread = Supervised("speaker", self._work)

    def start(self, post: Post) -> None:
        self._thread.start(post)

    def play(self, announcement: Announcement) -> None:
        with self._lock:
            self._waiting = announcement
        self._has_work.set()

    def stop(self) -> None:
        self._thread.stop()

    def health(self) -> SpeakerHealth:
        """How things stand now; may be asked from any thread."""
        recorded = {language: self._recordings.recorded(language) for language in Language}
        return SpeakerHealth(not self._trouble, self._trouble, recorded)

    def _work(self, stopping: Event) -> None:
        """With a device until it is lost, then without one for a while."""
        rest_s = self._look_again_s
        while not stopping.is_set():
            try:
                self._output.open()
                self._trouble, rest_s = "", self._look_again_s
                self._play_all(stopping)
            except NoSound as trouble:
                self._trouble = str(trouble)
                self._be_silent(stopping, rest_s)
                rest_s = min(2 * rest_s, LONGEST_REST_S)

    def _play_all(self, stopping: Event) -> None:
        while not stopping.is_set():
            announcement = self._take() if self._has_work.wait(_LOOK_S) else None
            if announcement is not None:
                self._let_be_heard(announcement, stopping)

    def _be_silent(self, stopping: Event, rest_s: float) -> None:
        """What is announced meanwhile is old when a device comes."""
        stopping.wait(rest_s)
        self._take()

    def _take(self) -> Announcement | None:
        with self._lock:
            self._has_work.clear()
            announcement, self._waiting = self._waiting, None
        return announcement

    def _let_be_heard(self, announcement: Announcement, stopping: Event) -> None:
        for clip in self._clips_of(announcement):
            if self._has_work.is_set() or stopping.is_set():
                return
            self._output.play(clip, lambda: not self._has_work.is_set() and not stopping.is_set())

    def _clips_of(self, announcement: Announcement) -> Iterator[Clip]:
        """One after the other, so that the sound is heard before a phrase is read from the disk."""
        if announcement.cue is not None:
            yield self._cues.get(announcement.cue) or self._cues.setdefault(
                announcement.cue, earcon(announcement.cue)
            )
        for phrase in announcement.phrases:
            clip = self._recordings.clip(phrase, announcement.language)
            if clip is not None:
                yield clip

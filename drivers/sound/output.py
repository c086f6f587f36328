"""PortAudio, by `sounddevice`: the device by its name, a stream for each clip, blocks that can be cut off.

`sounddevice` looks for the PortAudio library when it is imported, so that happens in the speaker's thread and
never at the start of the kiosk; a unit without the library is a unit without sound.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drivers.sound.clips import Clip, louder

BLOCK_S = 0.02
"""So long at most goes on what was cut off, beside what the device itself holds."""


class NoSound(Exception):
    """Nothing can be played now: no library, no device, or it went away. Says which class of error."""


class Output:
    """Plays one clip at a time on the device called `device` (None: the system's default)."""

    def __init__(self, device: str | None, volume_percent: int) -> None:
        self._device = device
        self._factor = volume_percent / 100
        self._portaudio: Any = None
        self._is_awake = False

    def open(self) -> None:
        """Look for devices anew: PortAudio sees only those that were there when it began. Raises NoSound."""
        try:
            self._begin_anew()
            self._portaudio.check_output_settings(device=self._device, channels=1, dtype="int16")
        except self._errors() as error:
            raise NoSound(type(error).__name__) from error

    def play(self, clip: Clip, go_on: Callable[[], bool]) -> None:
        """Play until the end, or until `go_on` says no; it is asked every 20 ms. Raises NoSound."""
        heard = louder(clip, self._factor) if self._factor != 1 else clip
        samples = memoryview(heard.samples).cast("B")
        step = 2 * heard.channels * max(1, round(BLOCK_S * heard.rate_hz))
        try:
            with self._stream(heard) as stream:
                for at in range(0, len(samples), step):
                    if not go_on():
                        stream.abort()
                        return
                    stream.write(bytes(samples[at : at + step]))
        except self._errors() as error:
            raise NoSound(type(error).__name__) from error

    def _begin_anew(self) -> None:
        if self._portaudio is None:
            # Here and not above: without PortAudio there is silence; with it, 80 ms in this thread only.
            import sounddevice

            self._portaudio, self._is_awake = sounddevice, True
            return
        # The only way to look again; sounddevice has no public name for it.
        if self._is_awake:
            self._is_awake = False
            self._portaudio._terminate()
        self._portaudio._initialize()
        self._is_awake = True

    def _stream(self, clip: Clip) -> Any:
        return self._portaudio.RawOutputStream(
            samplerate=clip.rate_hz, channels=clip.channels, dtype="int16", device=self._device, latency="low"
        )

    def _errors(self) -> tuple[type[Exception], ...]:
        """No library is an OSError or ImportError, no such device a ValueError."""
        own = (self._portaudio.PortAudioError,) if self._portaudio is not None else ()
        return (OSError, ImportError, ValueError, *own)

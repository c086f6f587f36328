"""A loudspeaker in memory: dock and tests see what would have been heard."""

from __future__ import annotations

from appliance.model.speech import Announcement
from appliance.ports import Post


class SimulatedSpeaker:
    """`Speaker` without a device. `heard` is every announcement, the oldest first."""

    def __init__(self) -> None:
        self._post: Post | None = None
        self._plugged = True
        self.heard: list[Announcement] = []

    def start(self, post: Post) -> None:
        self._post = post

    def stop(self) -> None:
        self._post = None

    def play(self, announcement: Announcement) -> None:
        """What is announced while the cable is out is heard by nobody, as in life."""
        if self._post is not None and self._plugged:
            self.heard.append(announcement)

    @property
    def last(self) -> Announcement | None:
        return self.heard[-1] if self.heard else None

    def unplug(self) -> None:
        self._plugged = False

    def plug(self) -> None:
        self._plugged = True

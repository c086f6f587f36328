"""The guard said no."""

from __future__ import annotations

from appliance.status import Declined, Status
from ui import kv
from ui.screens.reader.awaiting_approval import CopyRow
from ui.screens.screen import KioskScreen


class DeclinedScreen(KioskScreen):
    """A raised hand, and the books that stay in the library."""

    def make_row(self) -> CopyRow:
        return CopyRow()

    def show(self, status: Status) -> None:
        """The request that was declined."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, Declined)
        self.ids.top_bar.reader = scene.request.reader
        self.ids.rows.show(scene.request.copies)


kv.load(__file__)

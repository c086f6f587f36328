"""The guard said no."""

from __future__ import annotations

from appliance.model import LineEnd, RequestLine
from appliance.status import Declined, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.lists import paged_rows  # noqa: F401 - a name for the .kv
from ui.widgets.lists.line_row import LineRow


class DeclinedScreen(KioskScreen):
    """A raised hand, and the books that stay in the library."""

    def make_row(self) -> LineRow:
        return LineRow()

    def show(self, status: Status) -> None:
        """The request that was declined."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, Declined)
        self.ids.top_bar.reader = scene.request.reader
        request = scene.request
        with_reason = {line.copy.id for line in request.ended}
        without = (copy for copy in request.copies if copy.id not in with_reason)
        lines = (*(RequestLine(copy, LineEnd.DECLINED) for copy in without), *request.ended)
        self.ids.rows.show([(line, self.wording) for line in lines])


kv.load(__file__)

"""The technician's bench: what is wrong first, each with its sign and what to do; trials beside it."""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from appliance.messages import ExamineAgain, SetDate, ShowStateCode, StartTrial
from appliance.model.findings import Verdict
from appliance.status import Bench, Status, Trial
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import big_button  # noqa: F401 - names for the .kv
from ui.widgets.lists import pager  # noqa: F401 - names for the .kv
from ui.widgets.lists.finding_row import FindingRow
from ui.wording import Wording

ROWS = 4


class BenchScreen(KioskScreen):
    summary = StringProperty("")
    examining = BooleanProperty(False)
    page = NumericProperty(0)
    pages = NumericProperty(1)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._rows = [FindingRow() for _ in range(ROWS)]

    def show(self, status: Status) -> None:
        """Rows are kept and used again."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, Bench)
        self.page, self.pages, self.examining = scene.page, scene.pages, scene.examining
        self.summary = self._counted(scene)
        shown = scene.findings[scene.page * ROWS : (scene.page + 1) * ROWS]
        column = self.ids.findings
        for row in self._rows[len(shown) :]:
            column.remove_widget(row)
        for at, (row, finding) in enumerate(zip(self._rows, shown, strict=False)):
            row.show(finding, self.wording)
            if row.parent is None:
                column.add_widget(row, index=0 if at == len(column.children) else len(column.children) - at)

    def start(self, trial: str) -> None:
        """One of the four trials was touched."""
        self.send(StartTrial(Trial(trial)))

    def show_code(self) -> None:
        self.send(ShowStateCode())

    def set_date(self) -> None:
        self.send(SetDate())

    def look_again(self) -> None:
        self.send(ExamineAgain())

    def _counted(self, scene: Bench) -> str:
        wording: Wording = self.wording
        if scene.examining:
            return wording.say("Looking at the devices…")
        count, verdicts = wording.count, [finding.verdict for finding in scene.findings]
        broken = count("{number} broken", "{number} broken", verdicts.count(Verdict.BAD))
        watched = count("{number} to watch", "{number} to watch", verdicts.count(Verdict.WATCH))
        return f"{broken} · {watched}"


kv.load(__file__)

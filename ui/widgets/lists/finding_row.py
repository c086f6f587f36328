"""One of the doctor's findings: a sign and its colour first, then what it is and what to do."""

from __future__ import annotations

from kivy.properties import ColorProperty, StringProperty

from appliance.language.causes import check_name, check_picture, to_do, told
from appliance.model.findings import Finding, Verdict
from ui import kv, theme
from ui.widgets.basics.panel import Panel
from ui.wording import Wording

_LOOKS = {
    Verdict.BAD: ("close", theme.DANGER, theme.DANGER_TINT),
    Verdict.WATCH: ("warning", theme.WARNING, theme.WARNING_TINT),
    Verdict.UNKNOWN: ("help", theme.MUTED, theme.OFF),
    Verdict.GOOD: ("check", theme.OK, theme.CARD),
}
"""Sign, colour, ground."""


class FindingRow(Panel):
    picture = StringProperty("")
    strong = ColorProperty(theme.OK)
    thing = StringProperty("")
    name = StringProperty("")
    said = StringProperty("")
    advice = StringProperty("")

    def show(self, finding: Finding, wording: Wording) -> None:
        self.picture, self.strong, self.surface = _LOOKS[finding.verdict]
        self.thing = check_picture(finding.check)
        self.name = check_name(finding.check, wording.language)
        self.said = told(finding, wording.language)
        self.advice = to_do(finding, wording.language)


kv.load(__file__)

"""The slip a technician holds beside the screen: each kind of line once, so that a fault shows.

Rulers show whether the edges are straight and no heating dot is dead, the sizes whether letters are whole,
the code whether a scanner reads what this printer prints.
"""

from __future__ import annotations

from appliance.language.words import translator
from appliance.model import Language, RequestId
from appliance.paper.slip import Code, Gap, Line, Pictogram, Ruler, Size, Slip, Text

DOMAIN = "slips"
NO_REQUEST = RequestId(0)
"""No request has it: what becomes of a test slip is nobody's concern but the technician's."""
CODE = "BCE-TRIAL"
"""No card, no slip and no barcode of a library has this form."""
_LETTERS = "កខគឃង ១២៣ Aa 123 éèç"


def trial_slip(language: Language) -> Slip:
    _ = translator(language, DOMAIN)
    lines: tuple[Line, ...] = (
        Ruler(),
        Text(_("Test slip"), Size.LARGE, bold=True, centred=True),
        *(Text(_LETTERS, size) for size in (Size.SMALL, Size.BODY, Size.LARGE)),
        Text("១២៣", Size.HUGE, bold=True, centred=True),
        Pictogram("printer", _("Compare this with the screen."), bold=True),
        Ruler(),
        Code(CODE),
        Gap(),
        Ruler(),
    )
    return Slip(NO_REQUEST, language, lines)

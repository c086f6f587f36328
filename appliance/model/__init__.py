"""What things are: the frozen values that every room of the house may hold.

Texts that come from the catalogue carry a zero-width space (U+200B) at Khmer word ends, put there at
import, so that screens and slips can break lines; it has no width and is ignored by search.
"""

from __future__ import annotations

from appliance.model.devices import ALL_WELL, Devices, PrinterState, ScannerState, Side
from appliance.model.kinds import (
    Availability,
    Avatar,
    CopyKind,
    CopyState,
    Language,
    ReaderCategory,
    Returns,
    Role,
    Shelf,
)
from appliance.model.lines import CopyLine, Hit, LoanLine
from appliance.model.refusals import Objection, Reason, Refusal, refusal_for
from appliance.model.requests import LineEnd, LineMark, Request, RequestLine, RequestNews, RequestState
from appliance.model.things import (
    Barcode,
    Copy,
    CopyId,
    Loan,
    LoanId,
    Reader,
    ReaderId,
    RequestId,
    Rule,
    Staff,
    StaffId,
    Title,
    TitleId,
)

__all__ = [
    "ALL_WELL",
    "Availability",
    "Avatar",
    "Barcode",
    "Copy",
    "CopyId",
    "CopyKind",
    "CopyLine",
    "CopyState",
    "Devices",
    "Hit",
    "Language",
    "LineEnd",
    "LineMark",
    "Loan",
    "LoanId",
    "LoanLine",
    "Objection",
    "PrinterState",
    "Reader",
    "ReaderCategory",
    "ReaderId",
    "Reason",
    "Refusal",
    "Request",
    "RequestId",
    "RequestLine",
    "RequestNews",
    "RequestState",
    "Returns",
    "Role",
    "Rule",
    "ScannerState",
    "Shelf",
    "Side",
    "Staff",
    "StaffId",
    "Title",
    "TitleId",
    "refusal_for",
]

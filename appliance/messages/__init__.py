"""What arrives: events from devices in the past tense, commands from the screen in the imperative.

A command travels in `Touched` with the session number of the status it was touched on; the core ignores it
when that session is over.
"""

from __future__ import annotations

from dataclasses import dataclass

from appliance.messages.commands import (
    Approve,
    AskForCard,
    AskForLoan,
    BorrowThis,
    ChooseLanguage,
    Command,
    Decline,
    EnterDigit,
    EraseAll,
    EraseDigit,
    EraseLetter,
    GoBack,
    GoHome,
    OpenTitle,
    PrintAgain,
    Renew,
    StartReturning,
    StartSearching,
    TakeBackRequest,
    TakeOut,
    TurnPage,
    TypeText,
    Wake,
)
from appliance.messages.events import (
    Crashed,
    DriverFailed,
    PrinterChanged,
    Scanned,
    ScannerFound,
    ScannerLost,
    ScanProblem,
    ScanRefused,
    SlipFailed,
    SlipPrinted,
    Started,
    Stopped,
    Ticked,
)


@dataclass(frozen=True, slots=True)
class Touched:
    """A command from the screen, with the session number that the screen showed."""

    session: int
    command: Command


Message = (
    Started
    | Stopped
    | Crashed
    | Ticked
    | Scanned
    | ScanRefused
    | ScannerLost
    | ScannerFound
    | DriverFailed
    | SlipPrinted
    | SlipFailed
    | PrinterChanged
    | Touched
)

__all__ = [
    "Approve",
    "AskForCard",
    "AskForLoan",
    "BorrowThis",
    "ChooseLanguage",
    "Command",
    "Crashed",
    "Decline",
    "DriverFailed",
    "EnterDigit",
    "EraseAll",
    "EraseDigit",
    "EraseLetter",
    "GoBack",
    "GoHome",
    "Message",
    "OpenTitle",
    "PrintAgain",
    "PrinterChanged",
    "Renew",
    "ScanProblem",
    "ScanRefused",
    "Scanned",
    "ScannerFound",
    "ScannerLost",
    "SlipFailed",
    "SlipPrinted",
    "StartReturning",
    "StartSearching",
    "Started",
    "Stopped",
    "TakeBackRequest",
    "TakeOut",
    "Ticked",
    "Touched",
    "TurnPage",
    "TypeText",
    "Wake",
]

"""What arrives: events from devices in the past tense, commands from the screen in the imperative.

A command travels in `Touched` with the session number of the status it was touched on; the core ignores it
when that session is over.
"""

from __future__ import annotations

from dataclasses import dataclass

from appliance.messages.commands import (
    AnswerTrial,
    Approve,
    AskForCard,
    AskForLoan,
    BorrowThis,
    ChangeDate,
    ChooseLanguage,
    Command,
    ConfirmDate,
    Decline,
    EnterDigit,
    EraseAll,
    EraseDigit,
    EraseLetter,
    ExamineAgain,
    GoBack,
    GoHome,
    OpenTitle,
    PlayAgain,
    PrintAgain,
    Renew,
    SayAgain,
    SetDate,
    ShowStateCode,
    StartReturning,
    StartSearching,
    StartTrial,
    TakeBackRequest,
    TakeOut,
    TouchTarget,
    TurnPage,
    TypeText,
    Wake,
)
from appliance.messages.events import (
    Crashed,
    DriverFailed,
    Examined,
    PrinterChanged,
    Scanned,
    ScannerFound,
    ScannerLost,
    ScanProblem,
    ScanRefused,
    SlipDrawn,
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
    | Examined
    | SlipDrawn
    | Touched
)

__all__ = [
    "AnswerTrial",
    "Approve",
    "AskForCard",
    "AskForLoan",
    "BorrowThis",
    "ChangeDate",
    "ChooseLanguage",
    "Command",
    "ConfirmDate",
    "Crashed",
    "Decline",
    "DriverFailed",
    "EnterDigit",
    "EraseAll",
    "EraseDigit",
    "EraseLetter",
    "ExamineAgain",
    "Examined",
    "GoBack",
    "GoHome",
    "Message",
    "OpenTitle",
    "PlayAgain",
    "PrintAgain",
    "PrinterChanged",
    "Renew",
    "SayAgain",
    "ScanProblem",
    "ScanRefused",
    "Scanned",
    "ScannerFound",
    "ScannerLost",
    "SetDate",
    "ShowStateCode",
    "SlipDrawn",
    "SlipFailed",
    "SlipPrinted",
    "StartReturning",
    "StartSearching",
    "StartTrial",
    "Started",
    "Stopped",
    "TakeBackRequest",
    "TakeOut",
    "Ticked",
    "TouchTarget",
    "Touched",
    "TurnPage",
    "TypeText",
    "Wake",
]

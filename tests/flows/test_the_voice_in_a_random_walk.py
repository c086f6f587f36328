"""Whatever happens at the kiosk, nothing that is heard contradicts what is on the screen then."""

from __future__ import annotations

from collections import deque
from random import Random

import pytest

from appliance.effects import Announce, CheckPin
from appliance.messages import (
    Approve,
    AskForCard,
    AskForLoan,
    BorrowThis,
    Decline,
    EnterDigit,
    GoBack,
    GoHome,
    Message,
    PrinterChanged,
    SayAgain,
    Scanned,
    ScannerFound,
    ScannerLost,
    SlipFailed,
    SlipPrinted,
    StartReturning,
    StartSearching,
    TakeBackRequest,
    Touched,
    Wake,
)
from appliance.model import PrinterState, RequestId, Side
from appliance.model.speech import Phrase
from appliance.status import GuardDesk, GuardSignIn, Purpose
from tests.flows.claims import untrue
from tests.flows.quick_pins import answer_to
from tests.flows.storyboard import BOOKS, PIN, Storyboard

STEPS = 1500
TOUCHES = (
    Wake(), GoHome(), GoBack(), SayAgain(), AskForLoan(), BorrowThis(), StartReturning(), StartSearching(),
    TakeBackRequest(), *map(AskForCard, Purpose),
)  # fmt: skip


def steps(story: Storyboard, chance: Random) -> list[Message]:
    """What somebody does, or a device."""
    scene = story.status.scene
    codes = [
        story.card_of("Dara"),
        story.card_of("Chanthy"),
        story.badge_of("Guard Rith"),
        "x",
        "R000042AAAAAA",
    ]
    codes += [book[0] for book in BOOKS]
    side, request = chance.choice(list(Side)), RequestId(chance.randrange(1, 9))
    if isinstance(scene, GuardDesk) and scene.requests and chance.random() < 0.5:
        return [Touched(story.status.session, chance.choice((Approve, Decline))(scene.requests[0].id))]
    if isinstance(scene, GuardSignIn) and chance.random() < 0.5:
        return [Touched(story.status.session, EnterDigit(int(digit))) for digit in PIN]
    return chance.choices(
        (
            Scanned(chance.choice(codes), side),
            Touched(story.status.session, chance.choice(TOUCHES)),
            chance.choice((ScannerLost(side), ScannerFound(side), ScannerFound(side))),
            PrinterChanged(chance.choice(list(PrinterState))),
            chance.choice((SlipPrinted(request), SlipFailed(request, PrinterState.NO_PAPER, begun=True))),
        ),
        (10, 8, 1, 1, 1),
    )


@pytest.mark.parametrize("seed", range(3))
def test_nothing_that_is_heard_is_untrue(story: Storyboard, seed: int) -> None:
    chance, heard = Random(seed), set[Phrase]()
    for _ in range(STEPS):
        if chance.random() < 0.1:
            story.waits(chance.choice((1, 5, 40)))
        todo = deque(steps(story, chance))
        while todo:
            message = todo.popleft()
            for effect in story.kiosk.handle(message):
                if isinstance(effect, Announce):
                    phrases = effect.announcement.phrases
                    assert untrue(phrases, story.status) == [], f"seed {seed}: {message}"
                    heard.update(phrases)
                elif isinstance(effect, CheckPin):
                    todo.append(answer_to(effect))
    assert heard >= {Phrase.SCANNER_LOST, Phrase.APPROVED, Phrase.HOME_SEARCH, Phrase.GUARD_DESK}, heard

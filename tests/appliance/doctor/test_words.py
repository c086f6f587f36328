"""Every cause has words, in each language, with its figures put in."""

from __future__ import annotations

import string

import pytest

from appliance.language.causes import CAUSES, CHECKS, VERDICTS, check_picture, to_do, told
from appliance.language.pictograms import PICTOGRAMS
from appliance.model import Language
from appliance.model.findings import Cause, Check, Finding, Verdict


def test_every_check_has_a_picture() -> None:
    assert {check_picture(check) for check in Check} <= set(PICTOGRAMS)


def test_every_cause_check_and_verdict_has_words() -> None:
    assert (set(CAUSES), set(CHECKS), set(VERDICTS)) == (set(Cause), set(Check), set(Verdict))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("cause", Cause)
def test_a_cause_is_told_with_its_figures(cause: Cause, language: Language) -> None:
    names = {name for text in CAUSES[cause] for _, name, _, _ in string.Formatter().parse(text) if name}
    finding = Finding(Check.SCANNER, Verdict.BAD, cause, tuple((name, 7) for name in sorted(names)))
    said = told(finding, language) + to_do(finding, language)
    assert "{" not in said
    assert said.count("៧" if language is Language.KM else "7") >= len(names)


def test_a_side_is_a_word_of_the_language() -> None:
    finding = Finding(Check.SCANNER, Verdict.GOOD, Cause.SCANNER_READY, (("side", "guard"),))
    assert told(finding, Language.FR) == "Le scanner côté surveillant est prêt."

"""Who may issue whose badge anew, every pair of roles for every holder."""

from __future__ import annotations

from itertools import product

import pytest

from appliance.model import Language, Role, Staff, StaffId
from appliance.model.staff_events import BadgeProblem
from appliance.people.rights import why_not_first, why_not_second


def staff(number: int, role: Role) -> Staff:
    return Staff(StaffId(number), number, f"{role} {number}", role, Language.KM)


@pytest.mark.parametrize(("first", "second", "holder"), list(product(Role, Role, Role)))
def test_any_two_others_may_but_two_librarians(first: Role, second: Role, holder: Role) -> None:
    one, other, whose = staff(1, first), staff(2, second), staff(3, holder)
    assert why_not_first(one, whose) is None
    only_librarians = first is second is Role.LIBRARIAN
    assert why_not_second(other, one, whose) is (BadgeProblem.TWO_LIBRARIANS if only_librarians else None)


@pytest.mark.parametrize(("first", "holder"), list(product(Role, Role)))
def test_nobody_is_both_of_the_two_or_one_of_them_for_their_own_badge(first: Role, holder: Role) -> None:
    one, whose = staff(1, first), staff(3, holder)
    assert why_not_second(one, one, whose) is BadgeProblem.SAME_BADGE
    assert why_not_first(whose, whose) is BadgeProblem.HOLDERS_OWN
    assert why_not_second(whose, one, whose) is BadgeProblem.HOLDERS_OWN

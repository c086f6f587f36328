"""The code on a loan slip: `L`, the request's id as seven digits, one check character.

The check character is ISO 7064 mod 37,36 over what is before it: it catches each wrong character and
nearly every swap of two.
"""

from __future__ import annotations

import re

from stdnum.iso7064 import mod_37_36

from appliance.model import RequestId

_FORM = re.compile(r"L([0-9]{7})[0-9A-Z]")


def slip_code(request_id: RequestId) -> str:
    """`42` -> `L0000042` and the check character.

    Raises:
        ValueError: `request_id` does not fit in seven digits.
    """
    if not 0 < request_id <= 9_999_999:
        raise ValueError("the request's id on a slip has one to seven digits")
    body = f"L{request_id:07d}"
    return body + str(mod_37_36.calc_check_digit(body))


def read_slip_code(code: str) -> RequestId | None:
    """Whose loans are on the slip, or None when `code` has another form or was read wrongly."""
    match = _FORM.fullmatch(code)
    if match is None or not mod_37_36.is_valid(code):
        return None
    return RequestId(int(match[1])) or None

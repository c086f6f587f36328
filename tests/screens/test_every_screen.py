"""What must hold on every screen, in every language and size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import combinations
from typing import Any

import pytest

from appliance.model import Language
from tests.screens.kiosk_driver import SIZES, KioskDriver
from ui import theme
from ui.samples.statuses import statuses

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in the window's pixels."""

STATUSES = {language: dict(statuses(language)) for language in Language}


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def kiosk(request: pytest.FixtureRequest) -> Iterator[KioskDriver]:
    shown = KioskDriver(request.param)
    yield shown
    shown.close()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", STATUSES[Language.EN])
def test_a_screen_shows_all_its_text_and_every_target_is_large_enough(
    kiosk: KioskDriver, name: str, language: Language
) -> None:
    status = STATUSES[language][name]
    kiosk.show(status)
    assert [*_clipped(kiosk), *_cut_words(kiosk, status), *_wrong_targets(kiosk)] == []


def _clipped(kiosk: KioskDriver) -> Iterator[str]:
    for label in kiosk.labels():
        width, height = label.texture_size
        spare_px = label.font_size * 0.15
        if getattr(label, "overflows", False) or width > label.width + 1 or height > label.height + spare_px:
            yield f"larger than its box: {label.text!r} is {width} x {height} in {label.size}"
        for around in _panels_around(label):
            if not _inside(_box(label), _box(around), spare_px):
                yield f"sticks out of its {type(around).__name__}: {label.text!r}"
        if not _inside_window(kiosk, label):
            yield f"outside the window: {label.text!r}"


def _cut_words(kiosk: KioskDriver, status: Any) -> Iterator[str]:
    """Only what comes from the library may be cut short, never our own words."""
    from_library = {*_texts(status.scene), *_texts(status.refusal)}
    for label in kiosk.labels():
        if getattr(label, "is_cut", False) and not _made_of(label.text, from_library):
            yield f"cut: {label.text!r}"


def _made_of(text: str, from_library: set[str]) -> bool:
    return text in from_library or all(part in from_library for part in text.split(", "))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _wrong_targets(kiosk: KioskDriver) -> Iterator[str]:
    least_px = theme.TARGET * kiosk.size[0] / theme.WIDTH
    boxes = []
    for widget in kiosk.touchables():
        if not widget.width or not widget.height:
            continue
        name = f"{type(widget).__name__} {getattr(widget, 'name', '')} {getattr(widget, 'text', '')}"
        if min(widget.size) < least_px - 0.5:
            yield f"too small: {name} {widget.size}"
        if not _inside_window(kiosk, widget):
            yield f"outside the window: {name}"
        boxes.append((name, *_box(widget)))
    covering = [box for box in boxes if box[0].startswith("Countdown")]
    for one, other in combinations(covering or boxes, 2):
        if _overlap(one[1:], other[1:]):
            yield f"overlapping: {one[0]} and {other[0]}"


def _box(widget: Any) -> Box:
    left, bottom = widget.to_window(*widget.pos)
    return left, bottom, left + widget.width, bottom + widget.height


def _inside_window(kiosk: KioskDriver, widget: Any) -> bool:
    return _inside(_box(widget), (0, 0, *kiosk.size), 1)


def _inside(box: Box, around: Box, spare_px: float) -> bool:
    return (
        box[0] >= around[0] - spare_px
        and box[1] >= around[1] - spare_px
        and box[2] <= around[2] + spare_px
        and box[3] <= around[3] + spare_px
    )


def _panels_around(label: Any) -> Iterator[Any]:
    # Kivy may be imported only once the window is prepared.
    from ui.widgets.basics.panel import Panel
    from ui.widgets.lists.book_row import BookRow
    from ui.widgets.refusals.refusal_panel import ReasonRow

    return (around for around in _ancestors(label) if isinstance(around, Panel | BookRow | ReasonRow))


def _ancestors(widget: Any) -> Iterator[Any]:
    while widget.parent is not widget:
        widget = widget.parent
        yield widget


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1

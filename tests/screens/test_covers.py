"""Covers: readable in every colour, the same every time, and never broken by a broken picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from appliance.model import Shelf, Title, TitleId
from tests.screens.kiosk_driver import KioskDriver
from ui import theme
from ui.widgets.covers.cover_design import Motif, design_of

STORY = Title(TitleId(1), "រឿងសុភាទន្សាយ", authors=("រឿងព្រេង",), shelf=Shelf.STORIES)


@pytest.mark.parametrize("shelf", Shelf)
def test_white_words_are_readable_on_every_cover_of_a_shelf(shelf: Shelf) -> None:
    for number in range(60):
        design = design_of(Title(TitleId(number), f"Title {number}", shelf=shelf))

        assert theme.contrast(theme.WHITE, design.plain) >= 4.5
        assert theme.contrast(theme.WHITE, design.shade) >= 4.5


def test_a_title_always_has_the_same_cover() -> None:
    assert design_of(STORY) == design_of(replace(STORY))


def test_shelf_mates_have_different_motifs() -> None:
    motifs = {design_of(replace(STORY, title=f"Story {number}")).motif for number in range(60)}

    assert motifs == set(Motif)


@pytest.fixture
def folder(driver: KioskDriver, tmp_path: Path) -> Iterator[Path]:
    from ui.widgets.covers.cover import Cover

    Cover.folder = tmp_path
    yield tmp_path
    Cover.folder = None


def pictured(driver: KioskDriver, cover: str) -> bool:
    from ui.widgets.covers.cover import Cover

    shown = Cover(size=(120, 160), title=replace(STORY, cover=cover))
    driver.window.add_widget(shown)
    driver.settle()
    driver.frames(2)
    return shown.pictured


def test_a_picture_takes_the_place_of_the_drawing(driver: KioskDriver, folder: Path) -> None:
    Image.new("RGB", (300, 200), "red").save(folder / "story.png")

    assert pictured(driver, "story.png")


def test_a_broken_picture_leaves_the_drawn_cover(driver: KioskDriver, folder: Path) -> None:
    (folder / "story.jpg").write_bytes(b"no picture at all")

    assert not pictured(driver, "story.jpg")


def test_a_picture_outside_the_covers_folder_is_not_shown(driver: KioskDriver, folder: Path) -> None:
    Image.new("RGB", (30, 20), "red").save(folder.parent / "other.png")

    assert not pictured(driver, "../other.png")


def test_a_picture_is_cropped_to_the_shape_of_the_cover(driver: KioskDriver) -> None:
    from kivy.graphics.texture import Texture

    from ui.widgets.covers.cover import cropped

    assert cropped(Texture.create(size=(300, 100)), (50, 100)).size == (50, 100)

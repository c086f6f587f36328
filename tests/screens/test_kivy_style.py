"""Kivy's look, of which the kiosk loads only the rules it needs."""

from __future__ import annotations

import re
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import ui
from tests.screens.kiosk_driver import KioskDriver

OURS = Path(ui.__file__).with_name("style") / "style.kv"


def _rules(style: Path) -> dict[str, str]:
    """Class -> the rule that is written for it, without comments and blank lines."""
    lines = [line.rstrip() for line in style.read_text(encoding="utf-8").splitlines()]
    text = "\n".join(line for line in lines if line and not line.startswith("#"))
    rules: dict[str, str] = {}
    for heads, body in re.findall(r"^<([^>]+)>:?\n((?: .*\n?)+)", text + "\n", flags=re.MULTILINE):
        for head in heads.split(","):
            rules[head.strip().lstrip("-").split("@")[0]] = body.rstrip()
    return rules


def _widget_classes() -> set[str]:
    """Every class that a widget of ours is, inherited ones included."""
    from importlib import import_module

    from kivy.uix.widget import Widget

    for module in walk_packages(ui.__path__, "ui."):
        import_module(module.name)
    return {
        kind.__name__ for ours in _below(Widget) for kind in ours.__mro__ if ours.__module__.startswith("ui.")
    }


def _below(kind: Any) -> set[Any]:
    return {kind}.union(*(_below(child) for child in kind.__subclasses__()))


def test_every_rule_of_kivy_for_a_widget_of_ours_is_loaded_as_kivy_wrote_it(driver: KioskDriver) -> None:
    from kivy import kivy_data_dir

    kivys, ours = _rules(Path(kivy_data_dir) / "style.kv"), _rules(OURS)
    # The dock's picture is Kivy's own widget.
    needed = {name for name in (*_widget_classes(), "Image", "ScrollView", "StencilView") if name in kivys}
    assert {name: ours.get(name) for name in needed} == {name: kivys[name] for name in needed}
    assert set(ours) - {"AsyncImage"} == needed


def test_kivys_own_style_was_not_read(driver: KioskDriver) -> None:
    from kivy.lang import Builder

    read = [str(name) for name in Builder.files if str(name).endswith("style.kv")]
    assert read == [str(OURS)]

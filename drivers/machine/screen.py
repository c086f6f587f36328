"""The screen and its touch panel, as the kernel lists them."""

from __future__ import annotations

import re
from pathlib import Path

from appliance.model.health import ScreenHealth
from drivers.machine.reading import text_in

_CONNECTOR = re.compile(r"card[0-9]+-.+")
_MODE = re.compile(r"([0-9]+)x([0-9]+)")
_PROPERTIES = re.compile(r"^B: PROP=([0-9a-f]+)", re.MULTILINE)
_DIRECT = 1 << 1
"""INPUT_PROP_DIRECT (linux/input-event-codes.h): what is touched is what is seen; no touchpad has it."""


def health(root: Path) -> ScreenHealth:
    """Connectors of the graphics card (DRM) and touch panels among the input devices."""
    graphics = root / "sys/class/drm"
    connectors = sorted(one for one in graphics.glob("card*-*") if _CONNECTOR.fullmatch(one.name))
    connected = [one for one in connectors if text_in(one / "status") == "connected"]
    width_px, height_px = _size(connected[0]) if connected else (0, 0)
    return ScreenHealth(
        connected=len(connected) if connectors else None,
        touch_panels=_touch_panels(root),
        width_px=width_px,
        height_px=height_px,
        driver=_driver(connected[0]) if connected else "",
    )


def _size(connector: Path) -> tuple[int, int]:
    """The mode in use is the preferred one, which is listed first."""
    mode = _MODE.match(text_in(connector / "modes"))
    return (int(mode[1]), int(mode[2])) if mode else (0, 0)


def _driver(connector: Path) -> str:
    """`vc4`, `i915`: the name of the graphics driver."""
    driver = connector.parent / connector.name.partition("-")[0] / "device/driver"
    return driver.resolve().name if driver.exists() else ""


def _touch_panels(root: Path) -> int | None:
    listed = text_in(root / "proc/bus/input/devices")
    if not listed:
        return None
    return sum(bool(int(found, 16) & _DIRECT) for found in _PROPERTIES.findall(listed))

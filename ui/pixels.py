"""The pixels of the window as they would be shown now."""

from __future__ import annotations

from pathlib import Path

from kivy.core.window import Window
from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels
from PIL import Image


def grab(path: Path | None = None) -> Image.Image:
    """Draw the window and read it back, before any flip; saved as PNG when `path` is given.

    Wait two idle frames after a change: before the first flip the buffer is black.
    """
    Window.canvas.ask_update()
    Window.dispatch("on_draw")
    width, height = Window.system_size
    raw = glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE)
    image = Image.frombytes("RGB", (width, height), raw).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    Window.dispatch("on_flip")
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(path)
    return image

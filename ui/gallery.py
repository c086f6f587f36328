"""Every screen as a picture, and an index: `python -m ui.gallery [--out FOLDER] [--only NAME]`.

One process for each size, since Kivy opens one window only. No display is needed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from html import escape
from pathlib import Path

from ui.launch import prepare

SIZES = ((800, 480), (1280, 800))


def main() -> None:
    """Draw all, or with `--size` only the part of that size in this process."""
    wanted = _arguments()
    if wanted.size:
        width, height = map(int, wanted.size.split("x"))
        _draw_size((width, height), wanted.out, wanted.only)
        return
    for width, height in SIZES:
        part = [sys.executable, "-m", "ui.gallery", "--size", f"{width}x{height}"]
        subprocess.run([*part, "--out", wanted.out, "--only", wanted.only], check=True)  # noqa: S603 - ourselves
    index = _write_index(wanted.out)
    sys.stdout.write(f"{index}\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ui.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/gallery"), help="folder for the pictures")
    parser.add_argument("--only", default="", help="only samples whose name begins so")
    parser.add_argument("--size", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


def _draw_size(size: tuple[int, int], out: Path, only: str) -> None:
    os.environ.setdefault("SDL_VIDEODRIVER", "offscreen")
    prepare(size)
    # Kivy reads its settings when it is imported, so that must come after `prepare`.
    from ui.drawing import draw_samples

    draw_samples(size, out, only)


def _write_index(out: Path) -> Path:
    """All pictures by name, a row for each size and a column for each language."""
    pictures = sorted(out.glob("*.png"))
    names = sorted({picture.name.split(".")[0] for picture in pictures})
    parts = ["<!doctype html><meta charset=utf-8><title>BCE Kiosk</title>", f"<style>{_STYLE}</style>"]
    for name in names:
        parts.append(f"<h2>{escape(name)}</h2><div>")
        parts += [f"<img loading=lazy src={p.name}>" for p in pictures if p.name.split(".")[0] == name]
        parts.append("</div>")
    index = out / "index.html"
    index.write_text("\n".join(parts) + "\n", encoding="utf-8")
    return index


_STYLE = "body{font:16px sans-serif;background:#ddd}img{width:31%;margin:.5%;border:1px solid #999}"

if __name__ == "__main__":
    main()

"""Make fonts, pictograms, compiled translations and bytecode: `python provisioning/assets.py`.

All but the bytecode lands in git-ignored places under `appliance/language`. What is up to date is left alone,
and then nothing heavy is imported.
"""

from __future__ import annotations

import compileall
import hashlib
import json
import logging
import shutil
import sys
from collections.abc import Iterable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

LANGUAGE = Path(__file__).resolve().parents[1] / "appliance" / "language"
FONTS = LANGUAGE / "fonts"
ROOMS = ("appliance", "drivers", "ui")
STAMP = FONTS / "made-from.txt"
TEXT_PACKAGE = "fontpkg-noto-sans-khmer"
PICTOGRAM_PACKAGE = "fonticon-materialdesignicons7"
WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}
MADE = (*(f"NotoSansKhmer-{name}.ttf" for name in WEIGHTS), "Pictograms.ttf", "pictograms.json")

# Latin with French and its typography, Khmer and Khmer lunar signs, the marks that texts use, and the
# invisible ones: U+200B ends a Khmer word, U+25CC carries a lone Khmer sign on a key.
# No combining accents: where a font has them, HarfBuzz takes î apart under the Khmer script, dot and all.
LETTERS = [
    *range(0x20, 0x180),
    *range(0x1780, 0x1800),
    *range(0x19E0, 0x1A00),
    *range(0x200B, 0x200E),
    *range(0x2010, 0x2016),
    *range(0x2018, 0x201F),
    *(0x2022, 0x2026, 0x202F, 0x2039, 0x203A, 0x2060, 0x20AC, 0x25CC),
]


class UnknownGlyph(Exception):
    """A pictogram is drawn with a glyph that the icon font does not have."""


def main() -> None:
    if not _fonts_are_fresh():
        # The icon font has an odd date and two spare bytes in a table; neither matters here.
        logging.getLogger("fontTools").setLevel(logging.ERROR)
        FONTS.mkdir(parents=True, exist_ok=True)
        make_text_fonts()
        make_pictograms()
        copy_licences()
        STAMP.write_text(_fingerprint(), encoding="utf-8")
    compile_translations()
    _make_voices()
    compile_modules([LANGUAGE.parents[1] / room for room in ROOMS])


def compile_modules(rooms: Iterable[Path]) -> None:
    """Bytecode of every module that has none or an old one.

    The service may not write any (systemd/), and a start that compiles takes half as long again.
    """
    for room in rooms:
        # Only what is older than its source, and what does not compile is for the tests to tell.
        compileall.compile_dir(room, quiet=2, workers=1)


def _make_voices() -> None:
    # Run as a script, only this folder is on the path, and not the house.
    sys.path.insert(0, str(LANGUAGE.parents[1]))
    from provisioning.voices import make_voices

    make_voices(_say)


def make_text_fonts() -> None:
    """One static font a weight: SDL_ttf shows only the default weight of a variable font."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    source = next((_package_folder("fontpkg_noto_sans_khmer") / "files").glob("*.ttf"))
    for name, weight in WEIGHTS.items():
        font = instancer.instantiateVariableFont(TTFont(source), {"wght": weight, "wdth": 100})
        _subset(font, LETTERS)
        font.save(FONTS / f"NotoSansKhmer-{name}.ttf")
        _say(f"made NotoSansKhmer-{name}.ttf")


def make_pictograms() -> None:
    """The icon font cut down to our pictograms, and the character of each. Raises UnknownGlyph."""
    from fontTools.ttLib import TTFont

    source = _package_folder("fonticon_mdi7") / "fonts" / "materialdesignicons-webfont.ttf"
    font = TTFont(source)
    characters = pictogram_characters({glyph: code for code, glyph in font.getBestCmap().items()})
    _subset(font, [ord(character) for character in characters.values()])
    _place_glyphs(font)
    font.save(FONTS / "Pictograms.ttf")
    listing = json.dumps(characters, indent=1)
    (FONTS / "pictograms.json").write_text(listing + "\n", encoding="utf-8")
    _say(f"made Pictograms.ttf with {len(characters)} pictograms")


def _place_glyphs(font: Any) -> None:
    """Left side bearings as the outlines have them: the icon font says 0, which draws them left of centre."""
    outlines = font["glyf"]
    for name, (advance, _) in list(font["hmtx"].metrics.items()):
        outlines[name].recalcBounds(outlines)
        font["hmtx"][name] = (advance, outlines[name].xMin)


def pictogram_characters(code_points: dict[str, int]) -> dict[str, str]:
    """Our names -> characters, from the icon font's glyph names -> code points. Raises UnknownGlyph."""
    from appliance.language.pictograms import PICTOGRAMS

    unknown = [f"{name} = {glyph}" for name, glyph in PICTOGRAMS.items() if glyph not in code_points]
    if unknown:
        raise UnknownGlyph(f"{PICTOGRAM_PACKAGE} has no glyph for: {', '.join(unknown)}")
    return {name: chr(code_points[glyph]) for name, glyph in PICTOGRAMS.items()}


def copy_licences() -> None:
    """The fonts may be passed on only with their licences: OFL 1.1, and Apache-2.0 for the pictograms."""
    text = _package_folder("fontpkg_noto_sans_khmer") / "LICENSE"
    pictograms = _package_folder("fonticon_mdi7") / "fonts" / "LICENSE"
    shutil.copyfile(text, FONTS / "NotoSansKhmer-LICENSE.txt")
    shutil.copyfile(pictograms, FONTS / "Pictograms-LICENSE.txt")


def compile_translations() -> None:
    """Every .po that is newer than its .mo, or all when this recipe is."""
    recipe_ns = Path(__file__).stat().st_mtime_ns
    for source in sorted(LANGUAGE.glob("locale/*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        newest_ns = max(source.stat().st_mtime_ns, recipe_ns)
        if not compiled.exists() or compiled.stat().st_mtime_ns <= newest_ns:
            _compile(source, compiled)


def _compile(source: Path, compiled: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as text:
        catalogue = read_po(text, locale=source.parents[1].name, abort_invalid=True)
    for message in catalogue:
        message.string = _with_word_ends(message.string)
    with compiled.open("wb") as binary:
        write_mo(binary, catalogue)
    _say(f"compiled {source.relative_to(LANGUAGE)}")


def _with_word_ends(translation: Any) -> Any:
    """Khmer words marked once and for all: the kiosk itself need not load the segmenter for them (25 MB)."""
    from appliance.language.breaking import mark_for_keeping

    if isinstance(translation, str):
        return mark_for_keeping(translation)
    return type(translation)(map(mark_for_keeping, translation))


def _subset(font: Any, code_points: list[int]) -> None:
    from fontTools import subset

    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _fonts_are_fresh() -> bool:
    made = STAMP.exists() and all((FONTS / name).exists() for name in MADE)
    return made and STAMP.read_text(encoding="utf-8") == _fingerprint()


def _fingerprint() -> str:
    """What the fonts depend on: this recipe, the list of pictograms, the two packages."""
    recipe = hashlib.sha256()
    for part in (Path(__file__), LANGUAGE / "pictograms.py"):
        recipe.update(part.read_bytes())
    packages = [f"{name} {version(name)}" for name in (TEXT_PACKAGE, PICTOGRAM_PACKAGE)]
    return "\n".join([*packages, recipe.hexdigest(), ""])


def _package_folder(module: str) -> Path:
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        raise SystemExit(f"the package with {module} is not installed: install the extra `assets`")
    return Path(spec.origin).parent


if __name__ == "__main__":
    try:
        main()
    except UnknownGlyph as unknown:
        sys.exit(str(unknown))

"""Cuts the paper's fonts out of the npm packages' variable fonts. Called by fonts.sh: fonts.py PACKAGES OUT

Newsreader keeps optical size 18-72 and weight 400-600, Public Sans weight 400-700. The first file of a family holds what
an English or Indonesian page needs, with the accents common in names; `-latin` has the rest of Latin-1 and `-ext` Latin
Extended-A, which a browser fetches only when a page has one of their letters (unicode-range in fonts.css says which).
"""

import os
import sys

from fontTools import subset
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ASCII = set(range(0x20, 0x7F))
MARKS = {ord(c) for c in "\u00a0£¥§©«\u00ad®°·»½×\u2009‐‑–—‘’‚“”„†•…′″€™←→−"}
NAMES = {ord(c) for c in "éèêëáàâäãåçíïñóöôøúüßæÉÖÜ"}
EVERYDAY = ASCII | MARKS | NAMES
LATIN_1 = (set(range(0xA0, 0x100)) | {0x131, 0x152, 0x153}) - EVERYDAY
EXTENDED_A = set(range(0x100, 0x180)) - {0x131, 0x152, 0x153}

TEXT = {"wght": (400, 600), "opsz": (18, 72)}
ITALIC = {"wght": 400, "opsz": 18}
LABELS = {"wght": (400, 700)}

# file, package, its file without "-latin…" in the name, style, axes
FAMILIES = [
    ("newsreader", "newsreader", "opsz-normal", TEXT),
    ("newsreader-italic", "newsreader", "opsz-italic", ITALIC),
    ("public-sans", "public-sans", "wght-normal", LABELS),
]


def cut(source, letters, axes, features, target):
    font = TTFont(source)
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, axes)
    font["head"].modified = font["head"].created  # the same bytes every time
    font.recalcTimestamp = False
    font.flavor = "woff2"
    font.save(target)
    print(f"{os.path.getsize(target):7d}  {os.path.basename(target)}")


def main(packages, out):
    for name, package, cut_of, axes in FAMILIES:
        files = os.path.join(packages, "@fontsource-variable", package, "files")
        latin = os.path.join(files, f"{package}-latin-{cut_of}.woff2")
        extended = os.path.join(files, f"{package}-latin-ext-{cut_of}.woff2")
        kerned = ["kern", "liga", "mark", "ccmp", "calt"] + (["tnum"] if name == "public-sans" else [])
        cut(latin, EVERYDAY, axes, kerned, os.path.join(out, f"{name}.woff2"))
        cut(latin, LATIN_1, axes, ["mark", "ccmp"], os.path.join(out, f"{name}-latin.woff2"))
        cut(extended, EXTENDED_A, axes, ["mark", "ccmp", "locl"], os.path.join(out, f"{name}-ext.woff2"))


def initials(packages, target):
    """The outlines of the capitals and figures, for the icon that a paper gets from its name: letter=advance path."""
    source = os.path.join(packages, "@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2")
    font = instancer.instantiateVariableFont(TTFont(source), {"wght": 600, "opsz": 48})
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    with open(target, "w", encoding="utf-8") as out:
        out.write("# Outlines of Newsreader (OFL 1.1) in units of 1/2000 em, y upwards. Made by tools/fonts.py.\n")
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\u00b6":
            pen = SVGPathPen(glyphs, lambda number: str(round(number)))
            glyphs[names[ord(letter)]].draw(pen)
            key = letter if letter.isascii() else f"\\u{ord(letter):04x}"
            out.write(f"{key}={pen.getCommands()}\n")


def ranges(letters):
    runs, letters = [], sorted(letters)
    for letter in letters:
        if runs and letter == runs[-1][1] + 1:
            runs[-1][1] = letter
        else:
            runs.append([letter, letter])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
    initials(sys.argv[1], os.path.join(sys.argv[2], "..", "..", "initials.properties"))
    print("unicode-range of the first files:", ranges(EVERYDAY))
    print("unicode-range of -latin:", ranges(LATIN_1))
    print("unicode-range of -ext:", ranges(EXTENDED_A))

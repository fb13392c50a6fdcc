"""Turns a CFF OpenType font into a TrueType one and drops compatibility code points that share a glyph.

Usage: cff_to_truetype.py SOURCE.otf TARGET.ttf

Our PDF writer embeds TrueType outlines only. The compatibility forms (Kangxi radicals, CJK compatibility
ideographs) go because some programs, given a glyph that stands for both 目 and its radical, copy the radical
as text, and a search for 目标 then finds nothing.
"""
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

UNIFIED = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF))
COMPATIBILITY = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
MAXP_ZEROED = (
    "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
    "maxSizeOfInstructions maxComponentElements"
).split()


def within(code_point, ranges):
    return any(low <= code_point <= high for low, high in ranges)


def outlines_to_quadratic(font):
    order, source = font.getGlyphOrder(), font.getGlyphSet()
    tolerance = font["head"].unitsPerEm / 1000.0
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(source)
        source[name].draw(Cu2QuPen(pen, tolerance, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    for name in order:
        glyphs[name].recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyphs[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for field in MAXP_ZEROED:
        setattr(maxp, field, 0)
    post = font["post"]
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 3.0, [], {}, order
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\x00\x01\x00\x00"


def drop_compatibility_aliases(font):
    for table in font["cmap"].tables:
        by_glyph = {}
        for code_point, glyph in getattr(table, "cmap", {}).items():
            by_glyph.setdefault(glyph, []).append(code_point)
        for code_points in by_glyph.values():
            if any(within(c, UNIFIED) for c in code_points):
                for code_point in code_points:
                    if within(code_point, COMPATIBILITY):
                        del table.cmap[code_point]


def main(source, target):
    font = TTFont(source)
    if "CFF " in font:
        outlines_to_quadratic(font)
    drop_compatibility_aliases(font)
    font.save(target)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

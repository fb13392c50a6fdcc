using Kaohe.Documents.Fonts;

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>A character at its place in a line.</summary>
/// <param name="CodePoint">What it means.</param>
/// <param name="Glyph">How it looks.</param>
/// <param name="X">Left edge, in points from the page's left edge.</param>
internal readonly record struct PlacedGlyph(int CodePoint, GlyphRef Glyph, double X);

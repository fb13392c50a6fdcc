namespace Kaohe.Documents.Fonts;

/// <summary>A character found in a face.</summary>
/// <param name="Font">The face that holds it.</param>
/// <param name="Glyph">Its number there; 0 when no face of the chain holds it.</param>
/// <param name="Advance">Its width in em.</param>
public sealed record GlyphRef(TrueTypeFont Font, ushort Glyph, double Advance);

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>How a run of characters is drawn.</summary>
/// <param name="Size">In points.</param>
/// <param name="Color">0xRRGGBB.</param>
/// <param name="Scale">Horizontal scale, 1 = natural.</param>
/// <param name="Bold">Drawn with a stroked outline, since the faces have one weight each.</param>
/// <param name="Slanted">Drawn with a slant of about 12°.</param>
internal sealed record Ink(double Size, int Color, double Scale, bool Bold, bool Slanted);

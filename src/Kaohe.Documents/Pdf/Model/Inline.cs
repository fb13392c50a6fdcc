using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Model;

/// <summary>A piece of a paragraph.</summary>
internal abstract record Inline;

/// <summary>Text of one look.</summary>
internal sealed record TextInline(string Text, TextFormat Format) : Inline;

/// <summary>A tab.</summary>
internal sealed record TabInline(TextFormat Format) : Inline;

/// <summary>A line break inside a paragraph.</summary>
internal sealed record BreakInline : Inline;

/// <summary>A page break inside a paragraph.</summary>
internal sealed record PageBreakInline : Inline;

/// <summary>A picture that stands in the line like a letter. Sizes in points.</summary>
internal sealed record PictureInline(PdfPicture Picture, double Width, double Height, string Alternative, bool Multiply) : Inline;

/// <summary>The page's number, or with <paramref name="IsCount"/> the number of pages.</summary>
internal sealed record PageFieldInline(bool IsCount, TextFormat Format) : Inline;

using Kaohe.Documents.Fonts;
using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Model;

/// <summary>The look of a stretch of text.</summary>
/// <param name="EastAsian">Face for Chinese characters and punctuation.</param>
/// <param name="Latin">Face for everything else.</param>
/// <param name="Ink">Size, colour, weight.</param>
/// <param name="Tracking">Points added after each character.</param>
/// <param name="Underline">Drawn under the text.</param>
/// <param name="Rise">Points the baseline is lifted, for superscripts; negative for subscripts.</param>
internal sealed record TextFormat(FontRole EastAsian, FontRole Latin, Ink Ink, double Tracking, bool Underline, double Rise);

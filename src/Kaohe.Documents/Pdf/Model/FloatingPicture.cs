using Kaohe.Documents.Pdf.Writing;

namespace Kaohe.Documents.Pdf.Model;

/// <summary>From where an offset of a floating picture is counted.</summary>
internal enum FloatOrigin
{
    /// <summary>The edge of the paper.</summary>
    Page,

    /// <summary>The edge of the text area.</summary>
    Margin,

    /// <summary>The paragraph that holds the picture (vertical only).</summary>
    Paragraph,
}

/// <summary>One axis of a floating picture's place.</summary>
/// <param name="Origin">From where.</param>
/// <param name="Offset">Points, when <paramref name="Align"/> is null.</param>
/// <param name="Align">left, center, right, top, bottom, or null.</param>
internal sealed record FloatPlace(FloatOrigin Origin, double Offset, string? Align);

/// <summary>A picture beside the flow of text, such as a seal. Sizes in points.</summary>
internal sealed record FloatingPicture(PdfPicture Picture, double Width, double Height, FloatPlace Horizontal, FloatPlace Vertical, string Alternative, bool Multiply);

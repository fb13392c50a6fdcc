namespace Kaohe.Office.Attachments;

/// <summary>A kind of file that may be attached.</summary>
/// <param name="Label">Shown, e.g. PDF.</param>
/// <param name="ContentType">Media type it is served with, whatever the uploader claimed.</param>
/// <param name="Extensions">Endings its name may have.</param>
public sealed record AttachmentKind(string Label, string ContentType, IReadOnlyList<string> Extensions)
{
    /// <summary>PDF.</summary>
    public static readonly AttachmentKind Pdf = new("PDF", "application/pdf", [".pdf"]);

    /// <summary>Word without macros.</summary>
    public static readonly AttachmentKind Word = new("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);

    /// <summary>Excel without macros.</summary>
    public static readonly AttachmentKind Excel = new("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);

    /// <summary>JPEG picture.</summary>
    public static readonly AttachmentKind Jpeg = new("JPG图片", "image/jpeg", [".jpg", ".jpeg"]);

    /// <summary>PNG picture.</summary>
    public static readonly AttachmentKind Png = new("PNG图片", "image/png", [".png"]);

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<AttachmentKind> All { get; } = [Pdf, Word, Excel, Jpeg, Png];
}

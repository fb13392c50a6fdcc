namespace Kaohe.Documents.Pdf.Writing;

/// <summary>What the file says about itself.</summary>
internal sealed record PdfInfo(string Title, string Author, DateTimeOffset Created);

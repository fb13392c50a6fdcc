namespace Kaohe.Documents.Pdf.Writing;

/// <summary>A picture ready to be written.</summary>
/// <param name="Dictionary">The image dictionary without mask and length.</param>
/// <param name="Data">The encoded pixels.</param>
/// <param name="AlphaDictionary">The dictionary of the transparency mask, or null.</param>
/// <param name="Alpha">The encoded mask, or null.</param>
internal sealed record PdfPicture(string Dictionary, byte[] Data, string? AlphaDictionary = null, byte[]? Alpha = null);

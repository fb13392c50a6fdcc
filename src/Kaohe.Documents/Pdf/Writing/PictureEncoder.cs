using System.Collections.Concurrent;
using System.Security.Cryptography;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Pictures;

namespace Kaohe.Documents.Pdf.Writing;

/// <summary>
/// Makes PDF pictures of PNG and JPEG files. The last few pictures are kept ready, because one seal goes on a hundred letters and
/// splitting it into colour and mask costs more than the rest of a letter.
/// </summary>
internal static class PictureEncoder
{
    private const int KeptPictures = 32;
    private const int KeptBytes = 2_000_000;

    /// <summary>Smaller files are codes made for one document, and cheap.</summary>
    private const int WorthKeeping = 8_000;
    private static readonly ConcurrentDictionary<string, PdfPicture> Kept = new(StringComparer.Ordinal);

    /// <summary>Null when the file is no picture we can show.</summary>
    public static PdfPicture? Encode(byte[] file, DocxLimits limits)
    {
        var hash = Convert.ToHexString(SHA256.HashData(file));
        if (Kept.TryGetValue(hash, out var known))
        {
            return known;
        }

        if (PictureHeader.Read(file) is not { } header || (long)header.Width * header.Height > limits.PicturePixels)
        {
            return null;
        }

        try
        {
            var picture = header.IsPng ? Png(PngDecoder.Decode(file)) : Jpeg(file, header);
            if (picture is not null && file.Length > WorthKeeping && picture.Data.Length < KeptBytes)
            {
                if (Kept.Count >= KeptPictures)
                {
                    Kept.Clear();
                }

                Kept[hash] = picture;
            }

            return picture;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static PdfPicture Png(PngPixels pixels)
    {
        var common = $"/Type /XObject /Subtype /Image /Width {pixels.Width} /Height {pixels.Height} /BitsPerComponent 8 /Filter /FlateDecode /ColorSpace ";
        var color = common + (pixels.IsGrey ? "/DeviceGray" : "/DeviceRGB");
        return pixels.Alpha is null
            ? new(color, PdfObjects.Deflate(pixels.Color))
            : new(color, PdfObjects.Deflate(pixels.Color), common + "/DeviceGray", PdfObjects.Deflate(pixels.Alpha));
    }

    /// <summary>JPEG goes in as it is; CMYK would not fit the sRGB intent of the file.</summary>
    private static PdfPicture? Jpeg(byte[] file, PictureHeader header)
    {
        var space = header.Components switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", _ => null };
        return space is null ? null : new($"/Type /XObject /Subtype /Image /Width {header.Width} /Height {header.Height} /BitsPerComponent 8 /ColorSpace {space} /Filter /DCTDecode", file);
    }
}

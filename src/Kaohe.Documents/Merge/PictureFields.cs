using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Pictures;

namespace Kaohe.Documents.Merge;

/// <summary>
/// Puts pictures where <c>{{图:名称|毫米}}</c> stands. A value is PNG or JPEG bytes, a <c>data:image/…;base64,</c> text, or, for a name that
/// ends in 二维码, the text to encode. A name that ends in 印章 floats behind signer and date. Null places nothing and is no gap:
/// a draft has no seal yet.
/// </summary>
internal sealed class PictureFields(OpenXmlPart part, MergeNotes notes)
{
    private const double DefaultMillimetres = 30;
    private readonly Dictionary<string, string> _relations = new(StringComparer.Ordinal);
    private uint _id = 5000;

    public static bool IsSeal(string name) => name.EndsWith("印章", StringComparison.Ordinal);

    /// <summary>The drawing for a placeholder, or null when the field is empty.</summary>
    public Drawing? Make(Placeholder field, MergeData data)
    {
        if (!data.TryGet(field.Name, out var value))
        {
            notes.AddUnknown(field.Name);
            return null;
        }

        if (value is null)
        {
            return null;
        }

        var bytes = Bytes(field.Name, value);
        if (bytes is null || PictureHeader.Read(bytes) is not { } header)
        {
            throw new DocumentRefusedException(ProblemCodes.BadPicture, $"图片“{field.Name}”不是 PNG 或 JPEG，请换一张图片。");
        }

        var width = (long)((field.Millimetres > 0 ? field.Millimetres : DefaultMillimetres) * PictureDrawing.EmuPerMillimetre);
        var height = width * header.Height / header.Width;
        var relation = Relation(field.Name, bytes, header.IsPng);
        return IsSeal(field.Name)
            ? PictureDrawing.Floating(relation, ++_id, field.Name, width, height, SignatureBlock.DefaultSealLeft(width), -height / 2)
            : PictureDrawing.Inline(relation, ++_id, field.Name, width, height);
    }

    private string Relation(string name, byte[] bytes, bool png)
    {
        if (_relations.TryGetValue(name, out var known))
        {
            return known;
        }

        // A given id instead of the library's random one keeps the file the same from run to run.
        var relation = "rIdPicture" + (_relations.Count + 1);
        var type = png ? ImagePartType.Png : ImagePartType.Jpeg;
        var image = part switch
        {
            MainDocumentPart main => main.AddImagePart(type, relation),
            HeaderPart header => header.AddImagePart(type, relation),
            FooterPart footer => footer.AddImagePart(type, relation),
            _ => throw new InvalidOperationException(part.GetType().Name),
        };
        image.FeedData(new MemoryStream(bytes, writable: false));
        return _relations[name] = relation;
    }

    private static byte[]? Bytes(string name, object value)
    {
        if (value is string text)
        {
            const string marker = ";base64,";
            var comma = text.StartsWith("data:image/", StringComparison.Ordinal) ? text.IndexOf(marker, StringComparison.Ordinal) : -1;
            if (comma > 0)
            {
                var decoded = new byte[text.Length];
                return Convert.TryFromBase64String(text[(comma + marker.Length)..], decoded, out var length) ? decoded[..length] : null;
            }

            return name.EndsWith("二维码", StringComparison.Ordinal) ? QrPicture.Png(text) : null;
        }

        return value as byte[];
    }
}

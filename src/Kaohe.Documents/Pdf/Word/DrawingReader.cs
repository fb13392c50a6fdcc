using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Pdf.Layout;
using Kaohe.Documents.Pdf.Model;
using Kaohe.Documents.Pdf.Writing;
using A = DocumentFormat.OpenXml.Drawing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using PIC = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Reads pictures, in the line or floating. Shapes, charts and pictures with text flowing round them are reported.</summary>
internal sealed class DrawingReader(OpenXmlPart part, UnsupportedMarkup unsupported, ConversionNotes notes, DocxLimits limits)
{
    private const double EmuInPoint = 12700;
    private readonly Dictionary<string, PdfPicture?> _known = new(StringComparer.Ordinal);

    public void Read(Drawing drawing, string where, ParagraphContent content)
    {
        var frame = drawing.Descendants<PIC.Picture>().FirstOrDefault();
        var blip = frame?.Descendants<A.Blip>().FirstOrDefault();
        if (frame is null || blip?.Embed?.Value is not { } relation)
        {
            unsupported.Report(blip?.Link is null ? "图形、图表或智能图形" : "链接的外部图片", blip?.Link is null ? "请改为图片。" : "请把图片插入到文档中。", where);
            return;
        }

        if (Load(relation) is not { } picture)
        {
            notes.BadPicture(where);
            return;
        }

        if (frame.Descendants<A.SourceRectangle>().Any(crop => crop.HasAttributes))
        {
            unsupported.Report("裁剪过的图片", "请裁剪后另存再插入。", where);
        }

        if (frame.Descendants<A.Transform2D>().Any(turn => turn.Rotation?.Value is not (null or 0) || turn.HorizontalFlip?.Value == true || turn.VerticalFlip?.Value == true))
        {
            unsupported.Report("旋转或翻转的图片", "请旋转后另存再插入。", where);
        }

        var names = drawing.Descendants<DW.DocProperties>().FirstOrDefault();
        var name = names?.Name?.Value ?? "";
        var alternative = names?.Description?.Value is { Length: > 0 } text ? text : name.Length > 0 ? name : "图片";
        var size = drawing.Descendants<DW.Extent>().First();
        var (width, height) = ((size.Cx ?? 0) / EmuInPoint, (size.Cy ?? 0) / EmuInPoint);
        if (drawing.Anchor is not { } anchor)
        {
            content.Inlines.Add(new PictureInline(picture, width, height, alternative, Multiply: false));
            return;
        }

        if (anchor.GetFirstChild<DW.WrapNone>() is null)
        {
            unsupported.Report("文字环绕图片", "请把图片的环绕方式改为嵌入型、衬于文字下方或浮于文字上方。", where);
        }

        var across = Place(anchor.HorizontalPosition?.RelativeFrom?.InnerText, anchor.HorizontalPosition?.PositionOffset?.Text, anchor.HorizontalPosition?.HorizontalAlignment?.Text);
        var down = Place(anchor.VerticalPosition?.RelativeFrom?.InnerText, anchor.VerticalPosition?.PositionOffset?.Text, anchor.VerticalPosition?.VerticalAlignment?.Text);
        content.Floats.Add(new FloatingPicture(picture, width, height, across, down, alternative, PictureFields.IsSeal(name)));
    }

    private static FloatPlace Place(string? from, string? offset, string? align)
    {
        var origin = from switch { "page" or "leftMargin" or "topMargin" => FloatOrigin.Page, "margin" or "column" or "insideMargin" or "outsideMargin" => FloatOrigin.Margin, _ => FloatOrigin.Paragraph };
        return new FloatPlace(origin, (Properties.Number(offset) ?? 0) / EmuInPoint, align);
    }

    private PdfPicture? Load(string relation)
    {
        if (!_known.TryGetValue(relation, out var picture))
        {
            if (part.TryGetPartById(relation, out var found) && found is ImagePart image)
            {
                using var stream = image.GetStream();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                picture = PictureEncoder.Encode(copy.ToArray(), limits);
            }

            _known[relation] = picture;
        }

        return picture;
    }
}

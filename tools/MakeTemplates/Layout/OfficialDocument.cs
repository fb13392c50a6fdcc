using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MakeTemplates.Layout;

/// <summary>Writes one official document from top to bottom; each method is one part of GB/T 9704-2012.</summary>
public sealed class OfficialDocument : IDisposable
{
    private readonly WordprocessingDocument _document;
    private readonly MainDocumentPart _main;
    private readonly Body _body = new();
    private Table? _imprint;

    /// <summary>Starts a document that is written to <paramref name="stream"/> on disposal.</summary>
    public OfficialDocument(Stream stream)
    {
        _document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        _main = _document.AddMainDocumentPart();
        _main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = OfficialStyles.Create();
    }

    /// <summary>版头: the issuer's mark, the number and the red rule.</summary>
    public void Head() => _body.Append(
        Markup.Paragraph(OfficialStyles.Mark, Markup.Run("{{发文机关标志}}")),
        Markup.Paragraph(OfficialStyles.Number, Markup.Run("{{发文字号}}")),
        Blank(),
        Blank());

    /// <summary>标题; each line a paragraph, so that every line stays centred.</summary>
    public void Title(params string[] lines)
    {
        foreach (var line in lines)
        {
            _body.Append(Markup.Paragraph(OfficialStyles.Title, Markup.Run(line)));
        }

        _body.Append(Blank());
    }

    /// <summary>主送机关.</summary>
    public void To(string addressee) => _body.Append(Markup.Paragraph(OfficialStyles.Addressee, Markup.Run(addressee + "：")));

    /// <summary>正文, one paragraph each.</summary>
    public void Body(params string[] paragraphs) => _body.Append(paragraphs.Select(text => Markup.Paragraph(OfficialStyles.Body, Markup.Run(text))));

    /// <summary>A paragraph that opens with its heading in 楷体, for example （一）….</summary>
    public void Point(string lead, string text) => _body.Append(Markup.Paragraph(OfficialStyles.Body, Markup.Run(lead, Gb.Kai), Markup.Run(text)));

    /// <summary>一级标题 in 黑体.</summary>
    public void Heading(string text) => _body.Append(Markup.Paragraph(OfficialStyles.Heading1, Markup.Run(text)));

    /// <summary>A mark line such as <c>{{?等次=好}}</c>.</summary>
    public void Mark(string placeholder) => _body.Append(Markup.Paragraph(OfficialStyles.Normal, Markup.Run(placeholder)));

    /// <summary>A table with a repeated row; no caption when empty.</summary>
    public void List(string caption, params Column[] columns)
    {
        if (caption.Length > 0)
        {
            _body.Append(Markup.Paragraph(OfficialStyles.Caption, Markup.Run(caption)));
        }

        _body.Append(Tables.List(columns));
    }

    /// <summary>A form of label and value cells.</summary>
    public void Form(double labelMillimetres, params (string Label, string Value, int Lines)[][] rows) => _body.Append(Tables.Form(labelMillimetres, rows));

    /// <summary>A line of small text under a form or table.</summary>
    public void Small(string text) => _body.Append(Markup.Paragraph(OfficialStyles.TableText, Markup.Run(text)));

    /// <summary>A blank line.</summary>
    public void Space() => _body.Append(Blank());

    /// <summary>附件说明 from the list 附件; nothing when the list is empty. One attachment alone has no number (7.3.4).</summary>
    public void Attachments()
    {
        Mark("{{?附件}}");
        _body.Append(
            Blank().KeepWithNext(),
            Markup.Paragraph(OfficialStyles.Attachment, Markup.Run("{{?附件.首行}}附件：{{/附件.首行}}{{?!附件.首行}}　　　{{/!附件.首行}}{{?!附件.唯一}}{{附件.序号}}.{{/!附件.唯一}}{{附件.名称}}")));
        Mark("{{/附件}}");
    }

    /// <summary>发文机关署名, 成文日期 and the place of the seal; tied to the last paragraph, so that no page holds the seal alone (7.3.5.6).</summary>
    public void Signature()
    {
        _body.Elements<Paragraph>().LastOrDefault(p => p.InnerText.Length > 0 && !p.InnerText.StartsWith("{{", StringComparison.Ordinal))?.KeepWithNext();
        var date = Markup.Paragraph(OfficialStyles.Signature, Markup.Run("{{成文日期:yyyy年M月d日}}"));
        date.ParagraphProperties!.KeepNext = new KeepNext { Val = false };
        _body.Append(
            Blank().KeepWithNext(),
            Blank().KeepWithNext(),
            Markup.Paragraph(OfficialStyles.Signature, Markup.Run("{{图:印章|42}}"), Markup.Run("{{落款机关}}")),
            date);
    }

    /// <summary>附注: the contact, in brackets, two characters in.</summary>
    public void Contact() => _body.Append(Markup.Paragraph(OfficialStyles.Note, Markup.Run("（联系人：{{联系人}}，电话：{{联系电话}}）")));

    /// <summary>版记 with the check code above it; must come last.</summary>
    public void Imprint() => _imprint = Tables.Imprint(
        [Markup.Paragraph(OfficialStyles.Check, Markup.Run("{{?二维码}}{{图:二维码|20}}　扫码核验本件真伪，核验码：{{核验码}}{{/二维码}}"))],
        [CopyTo()],
        [Printed()]);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_imprint is not null)
        {
            _body.Append(_imprint, Markup.Paragraph(OfficialStyles.Check));
        }

        _body.Append(PageSetup.Create(_main));
        _main.Document = new Document(_body);
        _document.Dispose();
    }

    private static Paragraph Blank() => Markup.Paragraph(OfficialStyles.Normal);

    /// <summary>抄送机关, one character in on both sides; turned lines align behind the colon (7.4.2).</summary>
    private static Paragraph CopyTo()
    {
        var paragraph = Markup.Paragraph(OfficialStyles.Imprint, Markup.Run("抄送：{{抄送}}。"));
        paragraph.ParagraphProperties!.Indentation = new Indentation { LeftChars = 400, Left = "1120", RightChars = 100, Right = "280", HangingChars = 300, Hanging = "840" };
        return paragraph;
    }

    /// <summary>印发机关 left, 印发日期 right, each one character in (7.4.3).</summary>
    private static Paragraph Printed()
    {
        var paragraph = Markup.Paragraph(OfficialStyles.Imprint, Markup.Run("{{印发机关}}"), new Run(new TabChar()), Markup.Run("{{印发日期:yyyy年M月d日}}印发"));
        paragraph.ParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = Gb.AreaWidth - 280 });
        paragraph.ParagraphProperties.Indentation = new Indentation { LeftChars = 100, Left = "280" };
        return paragraph;
    }
}

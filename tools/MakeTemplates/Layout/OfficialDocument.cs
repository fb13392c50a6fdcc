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

    /// <summary>Starts a document that is written to <paramref name="stream"/> on disposal.</summary>
    public OfficialDocument(Stream stream)
    {
        _document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        _main = _document.AddMainDocumentPart();
        _document.ChangeIdOfPart(_main, "rIdDocument");
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
            Markup.Paragraph(OfficialStyles.Attachment, Markup.Run("{{?附件.首行}}附件：{{/附件.首行}}{{?!附件.首行}}　　　{{/!附件.首行}}{{?!附件.唯一}}{{附件.序号}}.{{/!附件.唯一}}{{附件.名称}}")).KeepWithNext());
        Mark("{{/附件}}");
    }

    /// <summary>发文机关署名, 成文日期 and the place of the seal; tied to the last paragraph, so that no page holds the seal alone (7.3.5.6).</summary>
    public void Signature()
    {
        var last = _body.ChildElements.Last(e => e is Table || (e.InnerText.Length > 0 && !IsMark(e.InnerText)));
        foreach (var paragraph in last is Paragraph only ? [only] : last.Descendants<Paragraph>())
        {
            paragraph.KeepWithNext();

            // Two lines at least go over to the seal's page, not one stray character.
            paragraph.ParagraphProperties!.WidowControl = new WidowControl();
        }

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
    public void Imprint() => _body.Append(Layout.Imprint.Create());

    /// <inheritdoc/>
    public void Dispose()
    {
        _body.Append(PageSetup.Create(_main));
        _main.Document = new Document(_body);
        _document.Dispose();
    }

    // A condition's beginning or end leaves no paragraph behind; a field alone is text.
    private static bool IsMark(string text) => text.StartsWith("{{?", StringComparison.Ordinal) || text.StartsWith("{{/", StringComparison.Ordinal);

    private static Paragraph Blank() => Markup.Paragraph(OfficialStyles.Normal);
}

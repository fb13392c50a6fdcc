using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Pdf.Layout;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>Names, in the words of Word's menus, what a document holds that the PDF cannot show. Nothing is dropped without a name.</summary>
internal sealed class UnsupportedMarkup(ConversionNotes notes)
{
    /// <summary>Elements that print nothing in Word either.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "commentReference",
        "annotationRef", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
        "sectPr", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "smartTagPr", "softHyphen", "fldChar", "instrText",
    };

    private static readonly Dictionary<string, (string Name, string Advice)> Known = new(StringComparer.Ordinal)
    {
        ["footnoteReference"] = ("脚注", "请改写到正文或附件中。"),
        ["endnoteReference"] = ("尾注", "请改写到正文或附件中。"),
        ["ins"] = ("修订痕迹（插入）", "请在 Word 中接受或拒绝全部修订。"),
        ["del"] = ("修订痕迹（删除）", "请在 Word 中接受或拒绝全部修订。"),
        ["moveFrom"] = ("修订痕迹（移动）", "请在 Word 中接受或拒绝全部修订。"),
        ["moveTo"] = ("修订痕迹（移动）", "请在 Word 中接受或拒绝全部修订。"),
        ["AlternateContent"] = ("文本框或图形", "请改用正文段落、表格或图片。"),
        ["pict"] = ("文本框或图形", "请改用正文段落、表格或图片。"),
        ["object"] = ("嵌入对象", "请改为图片或表格。"),
        ["oMath"] = ("公式", "请改为图片。"),
        ["oMathPara"] = ("公式", "请改为图片。"),
        ["ruby"] = ("拼音指南", "请删除拼音。"),
        ["sym"] = ("符号字体", "请改用普通字符。"),
        ["altChunk"] = ("插入的外部文件", "请把内容粘贴到正文中。"),
        ["subDoc"] = ("子文档", "请把内容粘贴到正文中。"),
        ["framePr"] = ("图文框", "请改用正文段落或表格。"),
        ["numPr"] = ("自动编号", "请改为手工输入的编号。"),
        ["tbl"] = ("表格中的表格", "请合并为一个表格。"),
        ["cols"] = ("分栏", "请改为一栏。"),
        ["pgBorders"] = ("页面边框", "请在页面设置中去掉。"),
        ["textDirection"] = ("文字方向", "请改为横排。"),
        ["lnNumType"] = ("行号", "请在页面设置中去掉。"),
        ["highlight"] = ("突出显示", "请去掉突出显示颜色。"),
        ["em"] = ("着重号", "请去掉着重号。"),
        ["fitText"] = ("调整宽度", "请改用字符缩放。"),
        ["eastAsianLayout"] = ("双行合一或纵横混排", "请分行排列。"),
        ["smallCaps"] = ("小型大写字母", "请去掉该格式。"),
        ["strike"] = ("删除线", "请删去不需要的文字。"),
        ["dstrike"] = ("双删除线", "请删去不需要的文字。"),
        ["bdr"] = ("字符边框", "请去掉该格式。"),
        ["shd"] = ("底纹", "请去掉底纹。"),
        ["outline"] = ("空心字", "请去掉该格式。"),
        ["shadow"] = ("阴影字", "请去掉该格式。"),
        ["emboss"] = ("阳文", "请去掉该格式。"),
        ["imprint"] = ("阴文", "请去掉该格式。"),
        ["effect"] = ("文字动态效果", "请去掉该格式。"),
        ["caps"] = ("全部大写字母", "请直接输入大写字母。"),
        ["glow"] = ("发光效果", "请去掉文字效果。"),
        ["reflection"] = ("映像效果", "请去掉文字效果。"),
        ["background"] = ("页面背景", "请去掉页面颜色。"),
        ["bidi"] = ("从右到左的段落", "请改为从左到右。"),
    };

    /// <summary>Character formats that change how text looks and are not drawn.</summary>
    private static readonly string[] RunFormats = ["highlight", "em", "fitText", "eastAsianLayout", "smallCaps", "strike", "dstrike", "bdr", "shd", "outline", "shadow", "emboss", "imprint", "effect", "caps", "glow", "reflection"];
    private static readonly string[] ParagraphFormats = ["framePr", "numPr", "textDirection", "shd", "bidi"];

    /// <summary>Reports an element that the reader does not know; silent ones pass.</summary>
    public void Element(OpenXmlElement element, string where)
    {
        if (!Silent.Contains(element.LocalName))
        {
            Report(element.LocalName, where);
        }
    }

    public void Report(string name, string where)
    {
        var (label, advice) = Known.TryGetValue(name, out var known) ? known : ($"元素 {name}", "请在 Word 中改用普通段落、表格或图片。");
        notes.Unsupported(where, label, advice);
    }

    /// <summary>Reports by a name of the caller's own.</summary>
    public void Report(string label, string advice, string where) => notes.Unsupported(where, label, advice);

    public void Run(List<OpenXmlElement> sources, string where) => Formats(sources, RunFormats, where);

    public void Paragraph(List<OpenXmlElement> sources, string where) => Formats(sources, ParagraphFormats, where);

    private void Formats(List<OpenXmlElement> sources, string[] names, string where)
    {
        foreach (var name in names)
        {
            foreach (var source in sources)
            {
                if (source.ChildElements.FirstOrDefault(child => child.LocalName == name) is { } found)
                {
                    if (IsVisible(found))
                    {
                        Report(name, where);
                    }

                    break;
                }
            }
        }
    }

    private static bool IsVisible(OpenXmlElement format) => format switch
    {
        OnOffType flag => flag.Val?.Value ?? true,
        Shading shade => shade.Val?.Value is { } pattern && (pattern != ShadingPatternValues.Clear || shade.Fill?.Value is not (null or "auto" or "FFFFFF" or "ffffff")),
        Highlight mark => mark.Val?.Value != HighlightColorValues.None,
        Emphasis mark => mark.Val?.Value != EmphasisMarkValues.None,
        Border border => border.Val?.Value != BorderValues.None && border.Val?.Value != BorderValues.Nil,
        TextDirection direction => direction.Val?.Value != TextDirectionValues.LefToRightTopToBottom,
        NumberingProperties numbering => numbering.NumberingId?.Val?.Value is not (null or 0),
        _ => true,
    };
}

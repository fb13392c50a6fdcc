using Kaohe.Documents.Fonts;

namespace Kaohe.Documents.Pdf.Layout;

/// <summary>Gathers what a conversion could not show, each thing once.</summary>
internal sealed class ConversionNotes
{
    private readonly List<DocumentProblem> _problems = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<DocumentProblem> Problems => _problems;

    /// <summary>A construct that the PDF cannot show; <paramref name="name"/> is what Word users call it.</summary>
    public void Unsupported(string where, string name, string advice)
    {
        if (_seen.Add("construct " + name))
        {
            _problems.Add(new(ProblemCodes.Unsupported, where, $"PDF 不能显示“{name}”，{advice}"));
        }
    }

    public void MissingGlyph(int codePoint, FontRole role)
    {
        if (_seen.Add($"glyph {codePoint} {role}"))
        {
            _problems.Add(new(ProblemCodes.MissingGlyph, "", $"字库缺字“{char.ConvertFromUtf32(codePoint)}”（U+{codePoint:X4}，{FontRoles.Label(role)}），请补充含有该字的字体，或者与本人核对后改用规范字。"));
        }
    }

    public void UnknownFont(string name, FontRole shownAs)
    {
        if (_seen.Add("font " + name))
        {
            _problems.Add(new(ProblemCodes.UnknownFont, "", $"字体“{name}”不在公文字体之内，PDF 中以{FontRoles.Label(shownAs)}显示，建议在模板中改用公文字体。", IsBlocking: false));
        }
    }

    public void BadPicture(string where) => _problems.Add(new(ProblemCodes.BadPicture, where, "图片不能读取（只支持 PNG 和 RGB 的 JPEG，像素不超过上限），请换一张图片。"));
}

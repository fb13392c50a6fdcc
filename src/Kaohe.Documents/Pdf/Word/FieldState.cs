using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Pdf.Word;

/// <summary>
/// Follows a field over its runs. PAGE and NUMPAGES are computed; every other field shows the result that Word stored.
/// </summary>
internal sealed class FieldState
{
    private readonly Stack<Field> _open = new();

    private sealed class Field
    {
        public string Code { get; set; } = "";

        public bool InResult { get; set; }

        public bool IsPage { get; set; }
    }

    public static bool IsPageField(string? code, out bool isCount)
    {
        var name = code?.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : "";
        isCount = name.Equals("NUMPAGES", StringComparison.OrdinalIgnoreCase);
        return isCount || name.Equals("PAGE", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True when the element belongs to the field's machinery and is not to be shown; <paramref name="pageField"/> is set where a page field stands.</summary>
    public bool Take(OpenXmlElement element, out bool? pageField)
    {
        pageField = null;
        switch (element)
        {
            case FieldChar mark when mark.FieldCharType?.Value == FieldCharValues.Begin:
                _open.Push(new Field());
                return true;
            case FieldCode code when _open.TryPeek(out var field):
                field.Code += code.Text;
                return true;
            case FieldChar mark when mark.FieldCharType?.Value == FieldCharValues.Separate && _open.TryPeek(out var field):
                field.InResult = true;
                pageField = Page(field);
                return true;
            case FieldChar when _open.TryPop(out var field):
                pageField = field.InResult ? null : Page(field);
                return true;
            default:
                return _open.TryPeek(out var current) && (!current.InResult || current.IsPage);
        }
    }

    private static bool? Page(Field field)
    {
        field.IsPage = IsPageField(field.Code, out var isCount);
        return field.IsPage ? isCount : null;
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kaohe.Documents.Signing;

/// <summary>
/// The newest state of a PDF with classic cross-reference tables (all that our writer makes, and each signature's addition): where its objects
/// stand, its catalog and its first page. Files with cross-reference streams are refused by name.
/// </summary>
internal sealed partial class PdfRevision
{
    private readonly byte[] _pdf;
    private readonly Dictionary<int, int> _offsets = [];

    private PdfRevision(byte[] pdf)
    {
        _pdf = pdf;
        var tail = StartPattern().Matches(Text(Math.Max(0, pdf.Length - 256), pdf.Length));
        Start = tail.Count > 0 ? Parse(tail[^1].Groups["at"].Value) : throw Refused();
        for (int? at = Start; at is { } table;)
        {
            at = ReadTable(table);
        }
    }

    /// <summary>Offset of the newest cross-reference table.</summary>
    public int Start { get; }

    /// <summary>The newest trailer dictionary.</summary>
    public string Trailer { get; private set; } = "";

    public int Size => Parse(SizePattern().Match(Trailer).Groups["n"].Value);

    public int Catalog => Reference(Trailer, "Root");

    public static PdfRevision Read(byte[] pdf)
    {
        try
        {
            return new PdfRevision(pdf);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException or RegexMatchTimeoutException)
        {
            throw Refused(fault);
        }
    }

    /// <summary>The body of an object that is no stream.</summary>
    public string Object(int number)
    {
        var start = Find("obj"u8, _offsets[number]) + 3;
        return Text(start, Find("endobj"u8, start)).Trim();
    }

    public int FirstPage()
    {
        var number = Reference(Object(Catalog), "Pages");
        while (Object(number) is var body && KidsPattern().Match(body) is { Success: true } kids)
        {
            number = Parse(kids.Groups["n"].Value);
        }

        return number;
    }

    /// <summary>The number in <c>/Name n 0 R</c>.</summary>
    public static int Reference(string dictionary, string name) =>
        Parse(Regex.Match(dictionary, $@"/{name}\s+(?<n>\d+)\s+0\s+R", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["n"].Value);

    private int? ReadTable(int at)
    {
        if (!_pdf.AsSpan(at).StartsWith("xref"u8))
        {
            throw Refused();
        }

        var trailer = Find("trailer"u8, at);
        var lines = Text(at + 4, trailer).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length;)
        {
            var range = lines[i++].Split(' ');
            var (first, count) = (Parse(range[0]), Parse(range[1]));
            for (var k = 0; k < count; k++, i++)
            {
                if (lines[i].EndsWith('n'))
                {
                    _offsets.TryAdd(first + k, Parse(lines[i][..10]));
                }
            }
        }

        var dictionary = Text(trailer + 7, Find("startxref"u8, trailer));
        Trailer = Trailer.Length == 0 ? dictionary : Trailer;
        var previous = PreviousPattern().Match(dictionary);
        return previous.Success ? Parse(previous.Groups["n"].Value) : null;
    }

    // Most of a file is packed streams, so only what is asked for becomes text.
    private string Text(int from, int to) => Encoding.Latin1.GetString(_pdf.AsSpan(from, to - from));

    private int Find(ReadOnlySpan<byte> word, int from) =>
        _pdf.AsSpan(from).IndexOf(word) is >= 0 and var at ? from + at : throw Refused();

    private static int Parse(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DocumentRefusedException Refused(Exception? fault = null) =>
        new("cannot-sign", "该 PDF 的内部结构（交叉引用流或已损坏）不支持追加签名，请签署由本系统生成的文件。", fault);

    [GeneratedRegex(@"startxref\s+(?<at>\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StartPattern();

    [GeneratedRegex(@"/Size\s+(?<n>\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SizePattern();

    [GeneratedRegex(@"/Prev\s+(?<n>\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PreviousPattern();

    [GeneratedRegex(@"/Kids\s*\[\s*(?<n>\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex KidsPattern();
}

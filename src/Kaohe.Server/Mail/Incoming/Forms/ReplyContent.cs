using System.Text.RegularExpressions;
using Kaohe.Documents;
using Kaohe.Documents.Reading;
using Kaohe.Office.Attachments;
using MiniExcelLibs;

namespace Kaohe.Server.Mail.Incoming.Forms;

/// <summary>What a reply and its attachments say: sections under their headings, and rows of tables in Word and Excel files.</summary>
public sealed partial class ReplyContent
{
    private const int MostRows = 5000;
    private const int LongestHeading = 30;
    private readonly List<string> _lines;

    private ReplyContent(List<string> lines, List<IReadOnlyList<string>> rows) => (_lines, Rows) = (lines, rows);

    /// <summary>Rows of all tables, a text a cell.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>All text outside of tables.</summary>
    public string Text => string.Join('\n', _lines);

    /// <summary>Reads a reply. A file that cannot be read adds nothing; it is attached all the same.</summary>
    /// <param name="text">What the sender wrote.</param>
    /// <param name="files">Attachments.</param>
    public static ReplyContent Read(string text, IEnumerable<KeptFile> files)
    {
        List<string> lines = [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        List<IReadOnlyList<string>> rows = [];
        foreach (var file in files)
        {
            if (file.Kind == AttachmentKind.Word && Word(file) is { } outline)
            {
                lines.AddRange(outline.Paragraphs);
                rows.AddRange(outline.Rows);
            }
            else if (file.Kind == AttachmentKind.Excel)
            {
                rows.AddRange(Sheet(file));
            }
        }

        return new ReplyContent(lines, rows);
    }

    /// <summary>The text under each of some headings, up to the next of them; a heading that does not occur has none.</summary>
    /// <param name="headings">For each heading the words that it may be written with, the longest first.</param>
    public IReadOnlyDictionary<string, string> Sections(IReadOnlyDictionary<string, string[]> headings)
    {
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        foreach (var line in _lines)
        {
            if (headings.FirstOrDefault(heading => IsHeading(line, heading.Value)) is { Key: { } name })
            {
                // The mail may announce what the file then says; what is written later adds to it.
                if (!found.TryGetValue(name, out current))
                {
                    found[name] = current = [];
                }

                if (AfterColon(line) is { Length: > 0 } rest)
                {
                    current.Add(rest);
                }
            }
            else
            {
                current?.Add(line);
            }
        }

        return found.Where(section => section.Value.Count > 0).ToDictionary(section => section.Key, section => string.Join('\n', section.Value), StringComparer.Ordinal);
    }

    // "二、主要措施" or "主要措施：…"; a sentence that begins with the words is none.
    private static bool IsHeading(string line, string[] words)
    {
        var bare = Numbering().Replace(line, "");
        var head = bare.IndexOfAny(['：', ':']) is > 0 and var colon ? bare[..colon] : bare;
        return head.Length <= LongestHeading && Array.Exists(words, word => head.Equals(word, StringComparison.Ordinal) || (head.EndsWith(word, StringComparison.Ordinal) && !head.Contains('，', StringComparison.Ordinal) && !head.Contains('。', StringComparison.Ordinal)));
    }

    private static string AfterColon(string line) => line.IndexOfAny(['：', ':']) is > 0 and var colon ? line[(colon + 1)..].Trim() : "";

    private static WordOutline? Word(KeptFile file)
    {
        try
        {
            return WordOutline.Read(file.Content.ToArray());
        }
        catch (DocumentRefusedException)
        {
            return null;
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Sheet(KeptFile file)
    {
        using var stream = new MemoryStream(file.Content.ToArray(), writable: false);
        try
        {
            return [.. stream.Query().Cast<IDictionary<string, object?>>().Take(MostRows).Select(row => (IReadOnlyList<string>)[.. row.Values.Select(cell => cell?.ToString()?.Trim() ?? "")])];
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever the reader finds wrong with bytes from outside, the file still goes onto the task.
            return [];
        }
    }

    [GeneratedRegex(@"^[（(]?([一二三四五六七八九十]{1,3}|\d{1,2})[）)]?[、.．]?\s*", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Numbering();
}

namespace Kaohe.Office.Documents;

/// <summary>How a piece of text stands between two versions.</summary>
public enum TextChange
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the newer.</summary>
    Added,

    /// <summary>Only in the older.</summary>
    Removed,
}

/// <summary>A run of text.</summary>
/// <param name="Change">How it stands.</param>
/// <param name="Text">The text.</param>
public sealed record TextRun(TextChange Change, string Text);

/// <summary>What changed between two versions of a document, by clause (up to ，；。 or the end of a line).</summary>
public static class TextDifference
{
    // Clauses compared in full; a longer middle is shown as replaced whole, so that hostile input cannot hold the server.
    private const int MaximumClauses = 3000;

    /// <summary>The runs of both texts in reading order; neighbours of one kind are joined.</summary>
    /// <param name="older">Text of the older version.</param>
    /// <param name="newer">Text of the newer version.</param>
    public static IReadOnlyList<TextRun> Of(string older, string newer)
    {
        var (a, b) = (Clauses(older), Clauses(newer));
        var start = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = a.Skip(start).Reverse().Zip(b.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var middle = Compare(a[start..(a.Length - end)], b[start..(b.Length - end)]);
        return Joined([.. a[..start].Select(Same), .. middle, .. a[(a.Length - end)..].Select(Same)]);
    }

    /// <summary>The same runs for a reader who wants to see what changed: of what stayed the same only the neighbourhood of a change, the rest as an ellipsis.</summary>
    /// <param name="runs">Result of <see cref="Of"/>.</param>
    /// <param name="around">Characters left on each side of a change.</param>
    public static IReadOnlyList<TextRun> Shortened(IReadOnlyList<TextRun> runs, int around = 30) =>
        runs.All(run => run.Change == TextChange.Same)
            ? []
            : [.. runs.Select((run, index) => run.Change == TextChange.Same ? Same(Cut(run.Text, index > 0 ? around : 0, index < runs.Count - 1 ? around : 0)) : run)];

    private static string Cut(string text, int head, int tail)
    {
        var (start, end) = (AtCharacter(text, Math.Min(head, text.Length)), AtCharacter(text, Math.Max(0, text.Length - tail)));
        return start >= end - 1 ? text : $"{text[..start]}…{text[end..]}";
    }

    // Never between the two halves of a rare character.
    private static int AtCharacter(string text, int index) => index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) ? index - 1 : index;

    private static IEnumerable<TextRun> Compare(string[] a, string[] b)
    {
        if (a.Length > MaximumClauses || b.Length > MaximumClauses)
        {
            return [.. a.Select(Removed), .. b.Select(Added)];
        }

        // Longest common subsequence of the clauses from each pair of positions to the end.
        var longest = new int[a.Length + 1][];
        longest[a.Length] = new int[b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            longest[i] = new int[b.Length + 1];
            for (var j = b.Length - 1; j >= 0; j--)
            {
                longest[i][j] = a[i] == b[j] ? longest[i + 1][j + 1] + 1 : Math.Max(longest[i + 1][j], longest[i][j + 1]);
            }
        }

        List<TextRun> runs = [];
        var (x, y) = (0, 0);
        while (x < a.Length && y < b.Length)
        {
            if (a[x] == b[y])
            {
                runs.Add(Same(a[x]));
                (x, y) = (x + 1, y + 1);
            }
            else if (longest[x + 1][y] >= longest[x][y + 1])
            {
                runs.Add(Removed(a[x++]));
            }
            else
            {
                runs.Add(Added(b[y++]));
            }
        }

        return [.. runs, .. a[x..].Select(Removed), .. b[y..].Select(Added)];
    }

    private static string[] Clauses(string text)
    {
        List<string> clauses = [];
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '，' or '；' or '。' or '\n' || i == text.Length - 1)
            {
                clauses.Add(text[from..(i + 1)]);
                from = i + 1;
            }
        }

        return [.. clauses];
    }

    private static IReadOnlyList<TextRun> Joined(IReadOnlyList<TextRun> runs)
    {
        List<TextRun> joined = [];
        foreach (var run in runs)
        {
            if (joined.Count > 0 && joined[^1].Change == run.Change)
            {
                joined[^1] = run with { Text = joined[^1].Text + run.Text };
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
    }

    private static TextRun Same(string text) => new(TextChange.Same, text);

    private static TextRun Added(string text) => new(TextChange.Added, text);

    private static TextRun Removed(string text) => new(TextChange.Removed, text);
}

using System.Globalization;
using System.Text;

namespace Kaohe.Assessment.Scoring;

/// <summary>Writes an explanation as indented lines, for logs, exports and the command line.</summary>
public static class ExplanationText
{
    /// <summary>One line a node, its flags below it.</summary>
    public static string Write(Explanation root, int decimals = 3)
    {
        var text = new StringBuilder();
        Write(text, root, 0, decimals);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Explanation node, int depth, int decimals)
    {
        var indent = new string(' ', depth * 2);
        text.Append(indent).Append(node.Title);
        if (node.EffectiveWeight is { } weight)
        {
            text.Append(CultureInfo.InvariantCulture, $"（权重 {Shown.Number(weight)}）");
        }

        text.Append('：').Append(node.IsCounted ? ScoreText(node, decimals) : "不计");
        if (node.Formula.Length > 0)
        {
            text.Append('；').Append(node.Formula);
        }

        text.Append('\n');
        foreach (var flag in node.Flags)
        {
            text.Append(indent).Append("  ※ ").Append(flag).Append('\n');
        }

        foreach (var child in node.Children)
        {
            Write(text, child, depth + 1, decimals);
        }
    }

    private static string ScoreText(Explanation node, int decimals)
    {
        var score = node.Score is { } value ? $"{Shown.Score(value, decimals)} 分" : "未得出";
        return node.Points is { } points ? $"{score}，计 {Shown.Score(points, decimals)}" : score;
    }
}

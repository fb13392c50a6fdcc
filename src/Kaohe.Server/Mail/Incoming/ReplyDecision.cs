using Kaohe.Office.Tasks;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>同意 or 退回 in the first line of a reply.</summary>
/// <param name="Agrees">Whether it agrees.</param>
/// <param name="Opinion">The rest of the reply; null when there is none.</param>
public sealed record ReplyDecision(bool Agrees, string? Opinion)
{
    private const string Marks = "。.，,：:；;！! 　";

    /// <summary>Reads a reply.</summary>
    /// <returns>Null when the first line is no such command; 不同意 is none, because it does not say what is to happen.</returns>
    public static ReplyDecision? Of(string text)
    {
        var (first, rest) = text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? (text[..end], text[end..]) : (text, "");
        foreach (var (word, agrees) in (ReadOnlySpan<(string, bool)>)[("同意", true), ("退回", false)])
        {
            if (first.StartsWith(word, StringComparison.Ordinal) && (first.Length == word.Length || Marks.Contains(first[word.Length], StringComparison.Ordinal)))
            {
                var opinion = (first[word.Length..].TrimStart([.. Marks]) + rest).Trim();
                return new ReplyDecision(agrees, opinion.Length == 0 ? null : opinion);
            }
        }

        return null;
    }

    /// <summary>The outcome of a task that it means; null when the task has none.</summary>
    public string? OutcomeOf(HumanTask task) =>
        task.Outcomes.FirstOrDefault(outcome => outcome.Meaning == (Agrees ? OutcomeMeaning.Agrees : OutcomeMeaning.Refuses))?.Code;
}

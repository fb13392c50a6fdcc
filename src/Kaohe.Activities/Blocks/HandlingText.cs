using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Signing;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Blocks;

/// <summary>Reads how several people deal with a task, from what the designer or an expression gives.</summary>
internal static class HandlingText
{
    private static readonly char[] Separators = [',', '，', '、', ';', '；', '\n', '\r'];

    /// <summary>Texts of a list: a list, or one text with separators. An object with a <c>personId</c> or an <c>id</c> stands for it.</summary>
    /// <exception cref="WorkflowException">It is neither.</exception>
    public static IReadOnlyList<string> List(object? value, string what) => value switch
    {
        null or "" => [],
        string text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        IEnumerable<object?> items => [.. items.Select(item => TextOf(item) ?? throw Unreadable(what)).Where(text => text.Length > 0)],
        _ => throw Unreadable(what),
    };

    /// <summary>会签, 或签, n of m, 依次; null for one person.</summary>
    /// <exception cref="WorkflowException">The mode is unknown, or the number is missing.</exception>
    public static SigningSpec? Signing(string? mode, int? requiredCount, string? afterReturn, string what)
    {
        if (string.IsNullOrWhiteSpace(mode))
        {
            return null;
        }

        if (!Enum.TryParse<SigningMode>(mode, ignoreCase: true, out var known) || !Enum.IsDefined(known))
        {
            throw new WorkflowException($"“{what}”的多人办理方式“{mode}”看不懂，请选择会签、或签、按人数通过或依次。");
        }

        if (known == SigningMode.Count && requiredCount is not > 0)
        {
            throw new WorkflowException($"“{what}”按人数通过，请填写须同意的人数。");
        }

        return new SigningSpec(
            known,
            known == SigningMode.Count ? requiredCount!.Value : 0,
            string.Equals(afterReturn, "again", StringComparison.OrdinalIgnoreCase) ? AnswersAfterReturn.AskAgain : AnswersAfterReturn.Keep);
    }

    /// <summary>Which earlier tasks it may be sent back to.</summary>
    /// <exception cref="WorkflowException">The reach is unknown.</exception>
    public static ReturnScope ReturnScope(string? reach, IReadOnlyList<string> titles, string what) =>
        string.IsNullOrWhiteSpace(reach) ? new ReturnScope(ReturnReach.Any, titles)
        : Enum.TryParse<ReturnReach>(reach, ignoreCase: true, out var known) && Enum.IsDefined(known) ? new ReturnScope(known, titles)
        : throw new WorkflowException($"“{what}”的退回范围“{reach}”看不懂，请重新选择。");

    /// <summary>Yes, no, or nothing said.</summary>
    public static bool? YesNo(string? text) => text switch { "yes" => true, "no" => false, _ => null };

    private static string? TextOf(object? item) => item switch
    {
        string text => text.Trim(),
        IReadOnlyDictionary<string, object?> map => (map.GetValueOrDefault("personId") ?? map.GetValueOrDefault("id")) as string,
        _ => null,
    };

    private static WorkflowException Unreadable(string what) => new($"“{what}”的办理人看不懂，请给出人员编号的列表，或用 role:、unit:、post: 指定。");
}

namespace Kaohe.Office.Tasks;

/// <summary>How far back a task may be sent.</summary>
public enum ReturnReach
{
    /// <summary>To any earlier task of the instance.</summary>
    Any,

    /// <summary>Only to the one that was completed last.</summary>
    Previous,

    /// <summary>To none: its own outcomes are the only way back.</summary>
    None,
}

/// <summary>Which earlier tasks a task may be sent back to, as the flow says.</summary>
/// <param name="Reach">How far back.</param>
/// <param name="Titles">Only to tasks of these titles; empty for all. A title may stand behind a unit's name and a colon.</param>
public sealed record ReturnScope(ReturnReach Reach, IReadOnlyList<string> Titles)
{
    /// <summary>To any earlier task.</summary>
    public static ReturnScope Any { get; } = new(ReturnReach.Any, []);

    /// <summary>Of the tasks that could be sent back to, those that the flow allows.</summary>
    /// <param name="targets">Earlier tasks, latest first.</param>
    public IReadOnlyList<HumanTask> Of(IReadOnlyList<HumanTask> targets)
    {
        HumanTask[] named = Titles.Count == 0 ? [.. targets] : [.. targets.Where(target => Titles.Any(title => IsTitled(target, title)))];
        return Reach switch
        {
            ReturnReach.None => [],
            ReturnReach.Previous => [.. named.Take(1)],
            _ => named,
        };
    }

    private static bool IsTitled(HumanTask task, string title) => task.Title == title || task.Title.EndsWith($"：{title}", StringComparison.Ordinal);
}

namespace Kaohe.Server.Studio.Comparison;

/// <summary>How a part of a flow differs.</summary>
public enum ChangeKind
{
    /// <summary>It is only in the newer version.</summary>
    Added,

    /// <summary>It is only in the older version.</summary>
    Removed,

    /// <summary>It is in both and not the same.</summary>
    Changed,
}

/// <summary>One difference between two versions.</summary>
/// <param name="Kind">How.</param>
/// <param name="ActivityId">The activity that it concerns; null for the flow itself.</param>
/// <param name="Text">In Chinese.</param>
public sealed record FlowChange(ChangeKind Kind, string? ActivityId, string Text)
{
    /// <summary>The kind as a word.</summary>
    public string Word => Kind switch { ChangeKind.Added => "增加", ChangeKind.Removed => "删除", _ => "修改" };
}

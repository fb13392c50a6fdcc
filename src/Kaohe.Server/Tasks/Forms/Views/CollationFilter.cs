using Kaohe.Assessment.Responsibility;

namespace Kaohe.Server.Tasks.Forms.Views;

/// <summary>Which lines of the table are shown.</summary>
internal enum CollationFilter
{
    /// <summary>Those that change what is in force.</summary>
    Changed,

    /// <summary>Those where 考核办 departs from the unit.</summary>
    Adjusted,

    /// <summary>Those that the unit has not proposed.</summary>
    NotProposed,

    /// <summary>All.</summary>
    All,
}

/// <summary>Words and choice of the lines.</summary>
internal static class CollationFilters
{
    /// <summary>All of them with their Chinese names, in the order of the buttons.</summary>
    public static IReadOnlyList<(CollationFilter Filter, string Name)> Named { get; } =
        [(CollationFilter.Changed, "有变化"), (CollationFilter.Adjusted, "考核办调整"), (CollationFilter.NotProposed, "单位未报"), (CollationFilter.All, "全部")];

    /// <summary>Whether a line is among those shown.</summary>
    public static bool Takes(this CollationFilter filter, TargetLine line) => filter switch
    {
        CollationFilter.Changed => line.IsChanged,
        CollationFilter.Adjusted => line.IsAdjusted,
        CollationFilter.NotProposed => line.Proposed is null,
        _ => true,
    };
}

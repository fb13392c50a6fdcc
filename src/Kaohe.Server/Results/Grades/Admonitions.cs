using Kaohe.Assessment;
using Kaohe.Assessment.Admonitions;

namespace Kaohe.Server.Results.Grades;

/// <summary>Opens 诫勉谈话.</summary>
internal static class Admonitions
{
    /// <summary>A new one.</summary>
    /// <param name="year">The year.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="officialId">The 主要负责人; null while nobody is registered.</param>
    /// <param name="reasons">Every reason.</param>
    /// <param name="at">When.</param>
    public static Admonition Open(int year, string unitId, string? officialId, IReadOnlyList<string> reasons, DateTimeOffset at) => new()
    {
        Id = $"{year}-{unitId}",
        UnitId = unitId,
        OfficialId = officialId ?? "",
        Year = year,
        Reasons = reasons,
        Log = [new LogEntry("提出诫勉谈话", "system", at, string.Concat(reasons))],
    };
}

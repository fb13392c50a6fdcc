using Kaohe.Assessment.Officials;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>考核大会签到表: the leading body of the unit by rank, then lines for the others.</summary>
internal sealed class SignInSource : IFieldSource
{
    private const int Lines = 30;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["考核大会签到表"];

    /// <inheritdoc/>
    public Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.About is { } unit)
        {
            var people = sheet.Officials.Values.Where(one => one.UnitId == unit.Id && one.Rank != PostRank.Staff)
                .OrderBy(one => one.Rank).ThenBy(one => one.Id, StringComparer.Ordinal).Select(one => Line(one.Name, one.Post)).ToList();
            sheet.Know("人员", people.Concat(Enumerable.Range(0, Math.Max(0, Lines - people.Count)).Select(_ => Line("", ""))).ToList());
        }

        return Task.CompletedTask;
    }

    private static object? Line(string name, string post) => new Dictionary<string, object?> { ["姓名"] = name, ["职务"] = post };
}

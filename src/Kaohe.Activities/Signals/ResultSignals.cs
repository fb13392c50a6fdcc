using Kaohe.Activities.Effects;
using Kaohe.Workflows.Values;

namespace Kaohe.Activities.Signals;

/// <summary>Resume inputs about scores and grades.</summary>
public static class ResultSignals
{
    /// <summary>Answers <see cref="ComputeScores"/>.</summary>
    /// <param name="item">The item.</param>
    /// <param name="units">Units scored.</param>
    /// <param name="incomplete">Units whose total could not be computed.</param>
    /// <param name="problems">What stands in the way, in Chinese.</param>
    public static IReadOnlyDictionary<string, object?> Scored(string item, int units, int incomplete, IReadOnlyList<string> problems) =>
        Answer(SignalEvents.Scored, item, new() { ["units"] = units, ["incomplete"] = incomplete, ["problems"] = problems.Cast<object?>().ToList() });

    /// <summary>Answers <see cref="ProposeGrades"/>.</summary>
    /// <param name="item">The item.</param>
    /// <param name="units">Units with a proposal.</param>
    /// <param name="undecided">Units that the 领导组 must decide by hand.</param>
    public static IReadOnlyDictionary<string, object?> Proposed(string item, int units, int undecided) =>
        Answer(SignalEvents.Proposed, item, new() { ["units"] = units, ["undecided"] = undecided });

    /// <summary>Answers <see cref="ApplyGrades"/>.</summary>
    /// <param name="item">The item.</param>
    /// <param name="grades">Every unit's decided result.</param>
    public static IReadOnlyDictionary<string, object?> Graded(string item, IEnumerable<UnitGrade> grades) =>
        Answer(SignalEvents.Graded, item, new() { ["grades"] = grades.Select(Plain).ToList() });

    private static IReadOnlyDictionary<string, object?> Answer(string name, string item, Dictionary<string, object?> data) =>
        new Signal { Event = name, Item = item, Key = AudienceSpec.OnceKey, Data = data }.ToInput();

    private static object? Plain(UnitGrade grade) => new Dictionary<string, object?>
    {
        ["unitId"] = grade.UnitId,
        ["unitName"] = grade.UnitName,
        ["groupId"] = grade.GroupId,
        ["grade"] = grade.Grade.ToString(),
        ["gradeLabel"] = grade.GradeLabel,
        ["score"] = PlainValue.From(grade.Score),
        ["rank"] = grade.Rank,
        ["isLast"] = grade.IsLast,
        ["consequences"] = grade.Consequences.Select(kind => (object?)kind.ToString()).ToList(),
    };
}

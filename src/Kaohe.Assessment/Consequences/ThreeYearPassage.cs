using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Consequences;

/// <summary>The passage on the last three years that every 考察材料 must carry.</summary>
public static class ThreeYearPassage
{
    /// <summary>The sentence it rests on.</summary>
    public const string Citation = "讲话二（三）二：干部考察材料中要有专门表述本人近3年年度目标责任考核等次的内容";

    private const int Years = 3;

    /// <summary>The passage in Chinese; a year without a record is named, not left out.</summary>
    /// <param name="name">The person's name.</param>
    /// <param name="officialId">The person.</param>
    /// <param name="lastYear">The last of the three years.</param>
    /// <param name="history">Grades of persons and units.</param>
    /// <param name="unitName">The name of a unit by its id.</param>
    /// <param name="labels">How grades are written.</param>
    public static string Write(
        string name,
        string officialId,
        int lastYear,
        GradeHistory history,
        Func<string, string> unitName,
        IReadOnlyList<GradeLabel>? labels = null)
    {
        var years = Enumerable.Range(lastYear - Years + 1, Years).Select(year => Year(officialId, year, history, unitName, labels));
        return $"{name}同志近3年年度目标责任考核等次：{string.Join("；", years)}。";
    }

    private static string Year(
        string officialId, int year, GradeHistory history, Func<string, string> unitName, IReadOnlyList<GradeLabel>? labels)
    {
        if (history.RecordOf(officialId, year) is not { } record)
        {
            return $"{year}年度无考核记录";
        }

        var unit = history.GradeOf(record.UnitId, year) is { } grade ? $"所在领导班子为“{GradeNames.Of(grade, labels)}”" : "所在领导班子未定等次";
        var person = record.Grade is { } own ? $"本人为“{GradeNames.Of(own)}”" : "本人未定等次";
        return $"{year}年度任{unitName(record.UnitId)}{record.Post}，{unit}，{person}";
    }
}

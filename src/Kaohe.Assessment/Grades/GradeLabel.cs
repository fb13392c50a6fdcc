namespace Kaohe.Assessment.Grades;

/// <summary>How a grade is written, and under which other words it may come in (an import, an old document).</summary>
/// <param name="Grade">The code.</param>
/// <param name="Label">The word that is shown.</param>
/// <param name="Aliases">Other words that mean the same.</param>
public sealed record GradeLabel(Grade Grade, string Label, IReadOnlyList<string> Aliases)
{
    /// <summary>好, 较好, 一般, 差 (较差).</summary>
    public static IReadOnlyList<GradeLabel> Default { get; } =
    [
        new(Grade.Good, "好", []),
        new(Grade.FairlyGood, "较好", []),
        new(Grade.Average, "一般", []),
        new(Grade.Poor, "差", ["较差"]),
    ];
}

/// <summary>Labels of the two scales.</summary>
public static class GradeNames
{
    /// <summary>The label that the scheme gives the grade.</summary>
    public static string Of(Grade grade, IReadOnlyList<GradeLabel>? labels = null) =>
        (labels ?? GradeLabel.Default).FirstOrDefault(label => label.Grade == grade)?.Label
        ?? GradeLabel.Default.First(label => label.Grade == grade).Label;

    /// <summary>The label of a person's grade.</summary>
    public static string Of(PersonGrade grade) => grade switch
    {
        PersonGrade.Outstanding => "优秀",
        PersonGrade.Competent => "称职",
        PersonGrade.BasicallyCompetent => "基本称职",
        _ => "不称职",
    };

    /// <summary>Reads a label or alias; false when nobody uses the word.</summary>
    public static bool TryParse(string text, out Grade grade, IReadOnlyList<GradeLabel>? labels = null)
    {
        var word = text.Trim();
        var found = (labels ?? GradeLabel.Default).FirstOrDefault(label => label.Label == word || label.Aliases.Contains(word));
        grade = found?.Grade ?? default;
        return found is not null;
    }
}

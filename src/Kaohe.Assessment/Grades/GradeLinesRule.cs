using Kaohe.Assessment.Schemes;

namespace Kaohe.Assessment.Grades;

/// <summary>A score reaches the highest line that it is not below; what is below every line is 差.</summary>
public static class GradeLinesRule
{
    /// <summary>Where it stands.</summary>
    public const string Citation = "讲话二（三）一：领导班子的考核结果分为“好”、“较好”、“一般”、“差”4个等次；方案 grades.lines：各档分数线";

    /// <summary>The line that a score reaches; null below all of them.</summary>
    /// <param name="scheme">The year's rules.</param>
    /// <param name="score">The total, unrounded.</param>
    public static GradeLine? Reached(Scheme scheme, decimal score) =>
        scheme.Grades.Lines.OrderByDescending(line => line.From).FirstOrDefault(line => scheme.Compared(score) >= line.From);

    /// <summary>The grade of a line.</summary>
    /// <param name="line">The line; null below all of them.</param>
    public static Grade GradeOf(GradeLine? line) => line?.Grade ?? Grade.Poor;
}

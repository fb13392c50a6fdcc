using Kaohe.Assessment.Grades;

namespace Kaohe.Assessment.Schemes;

/// <summary>Checks grade lines, labels, quota and the shares for persons.</summary>
internal static class GradeSchemeGuard
{
    /// <summary>Every problem with its path.</summary>
    public static IEnumerable<Problem> Check(Scheme scheme) =>
        [.. CheckLines(scheme.Grades), .. CheckLabels(scheme.Grades), .. CheckShares(scheme)];

    private static IEnumerable<Problem> CheckLines(GradeScheme grades)
    {
        foreach (var grade in new[] { Grade.Good, Grade.FairlyGood, Grade.Average })
        {
            var count = grades.Lines.Count(line => line.Grade == grade);
            if (count != 1)
            {
                yield return new Problem($"grades.lines[{grade}]", count == 0
                    ? $"缺少“{GradeNames.Of(grade, grades.Labels)}”的分数线，请补充。"
                    : $"“{GradeNames.Of(grade, grades.Labels)}”有 {count} 条分数线，请只留一条。");
            }
        }

        if (grades.Lines.Any(line => line.Grade == Grade.Poor))
        {
            yield return new Problem("grades.lines[Poor]", "最低等次不设分数线：低于“一般”的即是，请删除这一条。");
        }

        foreach (var line in grades.Lines.Where(line => line.From is < 0m or > 100m))
        {
            yield return new Problem($"grades.lines[{line.Grade}].from", $"“{GradeNames.Of(line.Grade, grades.Labels)}”的分数线应在 0 到 100 之间。");
        }

        var descending = grades.Lines.OrderByDescending(line => line.Grade).ToList();
        foreach (var (better, worse) in descending.Zip(descending.Skip(1)).Where(pair => pair.First.From <= pair.Second.From))
        {
            yield return new Problem(
                $"grades.lines[{worse.Grade}].from",
                $"“{GradeNames.Of(worse.Grade, grades.Labels)}”的分数线 {Shown.Number(worse.From)} 不低于“{GradeNames.Of(better.Grade, grades.Labels)}”的 {Shown.Number(better.From)}，两档重叠，请调低。");
        }
    }

    private static IEnumerable<Problem> CheckLabels(GradeScheme grades)
    {
        foreach (var grade in Enum.GetValues<Grade>().Where(grade => grades.Labels.Count(label => label.Grade == grade) != 1))
        {
            yield return new Problem($"grades.labels[{grade}]", "每个等次要有且只有一个名称，请补齐或去掉重复的。");
        }

        var words = grades.Labels.SelectMany(label => label.Aliases.Append(label.Label));
        foreach (var same in words.GroupBy(word => word).Where(same => same.Count() > 1))
        {
            yield return new Problem("grades.labels", $"名称“{same.Key}”用在了不止一处，系统无法区分等次，请改名。");
        }
    }

    private static IEnumerable<Problem> CheckShares(Scheme scheme)
    {
        if (scheme.Grades.GoodShare is <= 0m or > 1m)
        {
            yield return new Problem("grades.goodShare", "“好”等次比例应大于 0、不超过 1（例如 0.30 表示 30%）。");
        }

        if (scheme.Grades.TieBreaks.Distinct().Count() != scheme.Grades.TieBreaks.Count)
        {
            yield return new Problem("grades.tieBreaks", "同分时的比较项目有重复，请去掉重复的。");
        }

        if (scheme.Officials.OutstandingShare is <= 0m or > 1m)
        {
            yield return new Problem("officials.outstandingShare", "“优秀”比例应大于 0、不超过 1。");
        }

        if (scheme.Officials.ApprovedShare < scheme.Officials.OutstandingShare || scheme.Officials.ApprovedShare > 1m)
        {
            yield return new Problem("officials.approvedShare", "经批准的“优秀”比例不能小于一般比例，也不能超过 1。");
        }

        if (scheme.Officials.LongestLeave is <= 0m or > 1m)
        {
            yield return new Problem("officials.longestLeave", "离岗时间占全年的比例应大于 0、不超过 1。");
        }
    }
}

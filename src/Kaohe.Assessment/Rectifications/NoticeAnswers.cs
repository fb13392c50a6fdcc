namespace Kaohe.Assessment.Rectifications;

/// <summary>Which measure of a 整改报告 answers which problem of the 整改通知书.</summary>
public static class NoticeAnswers
{
    /// <summary>Whether a measure is about a problem: what is wrong repeats the notice's words, whatever the spaces and line ends; one measure may repeat several.</summary>
    /// <param name="shortcoming">What the measure says is wrong.</param>
    /// <param name="problem">The problem as the notice has it.</param>
    public static bool Covers(string? shortcoming, string problem) => Plain(shortcoming).Contains(Plain(problem), StringComparison.Ordinal);

    private static string Plain(string? text) => new([.. (text ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter != '。')]);
}

/// <summary>A report has a measure for every problem that the notice lists.</summary>
/// <param name="report">The report; null when none is handed in.</param>
/// <param name="problems">The problems of the notice.</param>
public sealed class ReportAnswersNoticeRule(RectificationReport? report, IReadOnlyList<string> problems) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "整改通知书：需要整改的问题；讲话二（三）一：提出限期整改意见";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => report is null ? [] : problems
        .Select((problem, index) => (problem, index)).Where(each => !report.Measures.Any(measure => NoticeAnswers.Covers(measure.Shortcoming, each.problem)))
        .Select(each => new Problem("measures", $"通知书列出的第 {each.index + 1} 个问题没有对应的整改措施：{each.problem.TrimEnd('。')}。请补上一项，“问题”栏照通知书的原话写。"));
}

using System.Globalization;
using System.Text.RegularExpressions;
using Kaohe.Server.Tasks.Forms;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Mail.Incoming.Forms;

/// <summary>Fills in the forms of tasks whose work is a report from what a reply says. What the reply does not say stays as it is in the draft.</summary>
public static partial class ReplyForms
{
    private static readonly Dictionary<string, string[]> _selfAssessment = new(StringComparer.Ordinal)
    {
        [nameof(SelfAssessmentForm.Completion)] = ["目标任务完成情况", "完成情况"],
        [nameof(SelfAssessmentForm.Measures)] = ["采取的主要措施", "主要措施", "主要做法"],
        [nameof(SelfAssessmentForm.Shortcomings)] = ["存在问题和原因", "存在的问题和原因", "存在问题及原因", "存在的问题及原因", "存在问题", "存在的问题"],
        [nameof(SelfAssessmentForm.NextSteps)] = ["下步打算", "下一步打算", "下一步工作打算", "下步工作打算"],
    };

    private static readonly Dictionary<string, string[]> _rectification = new(StringComparer.Ordinal)
    {
        [nameof(RectificationForm.Causes)] = ["原因分析", "问题原因", "原因"],
        [nameof(RectificationForm.Measures)] = ["整改措施", "整改意见", "限期整改意见"],
    };

    /// <summary>Whether a reply with attachments can be the work of a task with this form.</summary>
    public static bool Takes(TaskForm? form) => form is SelfAssessmentForm or RectificationForm or WorkForm;

    /// <summary>Fills in a form.</summary>
    /// <param name="form">The form, prepared; from the draft when there is one.</param>
    /// <param name="context">What it is filled in with.</param>
    /// <param name="content">What the reply says.</param>
    public static void Fill(TaskForm form, FormContext context, ReplyContent content)
    {
        switch (form)
        {
            case SelfAssessmentForm report:
                Fill(report, context, content);
                break;
            case RectificationForm report:
                Fill(report, context, content);
                break;
            case WorkForm work when content.Text.Length > 0:
                work.Report = content.Text;
                break;
        }
    }

    private static void Fill(SelfAssessmentForm report, FormContext context, ReplyContent content)
    {
        var said = content.Sections(_selfAssessment);
        report.Completion = said.GetValueOrDefault(nameof(report.Completion), report.Completion);
        report.Measures = said.GetValueOrDefault(nameof(report.Measures), report.Measures);
        report.Shortcomings = said.GetValueOrDefault(nameof(report.Shortcomings), report.Shortcomings);
        report.NextSteps = said.GetValueOrDefault(nameof(report.NextSteps), report.NextSteps);
        foreach (var row in report.Figures)
        {
            if (context.Facts.Indicators.FirstOrDefault(indicator => indicator.Code == row.IndicatorCode) is { } indicator && FigureOf(indicator, content) is { } figure)
            {
                row.Value = figure;
            }
        }
    }

    private static void Fill(RectificationForm report, FormContext context, ReplyContent content)
    {
        report.Causes = content.Sections(_rectification).GetValueOrDefault(nameof(report.Causes), report.Causes);
        var columns = content.Rows.Select((row, at) => (Columns: MeasureColumns.Of(row), at)).FirstOrDefault(found => found.Columns is not null);
        if (columns.Columns is not { } named)
        {
            return;
        }

        var measures = content.Rows.Skip(columns.at + 1).Select(named.Read).TakeWhile(measure => measure is not null).OfType<MeasureRow>().ToList();
        foreach (var measure in measures)
        {
            // People write names; the form keeps who it is.
            measure.ResponsibleId = context.Facts.People.FirstOrDefault(person => person.Name == measure.ResponsibleId)?.Id ?? measure.ResponsibleId;
        }

        report.Measures = measures.Count > 0 ? measures : report.Measures;
    }

    // The row that names the indicator; its figure is the last number of the row, because the target stands before what was reached.
    private static decimal? FigureOf(FormIndicator indicator, ReplyContent content)
    {
        var column = content.Rows.Select(row => row.ToList().FindIndex(cell => cell.Contains("完成值", StringComparison.Ordinal) || cell == "完成情况")).FirstOrDefault(found => found >= 0, -1);
        foreach (var row in content.Rows)
        {
            var at = row.ToList().FindIndex(cell => cell == indicator.Code || cell == indicator.Name);
            if (at >= 0)
            {
                var cells = column > at && column < row.Count ? row.Skip(column).Take(1) : row.Skip(at + 1).Reverse();
                return cells.Select(Number).FirstOrDefault(number => number is not null);
            }
        }

        return null;
    }

    private static decimal? Number(string cell) =>
        NumberText().Match(cell.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal)) is { Success: true } match
            && decimal.TryParse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex(@"^(?<number>-?\d{1,15}(\.\d{1,8})?)\s*[^\d\s]{0,8}$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex NumberText();
}

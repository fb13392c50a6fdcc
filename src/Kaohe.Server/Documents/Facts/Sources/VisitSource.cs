using System.Globalization;
using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Documents.Facts.Sources;

/// <summary>What the 进驻安排 decided for a unit: the days of the visit, telephone and mailbox, and with them the meeting; 谈话安排 from the team's plan.</summary>
internal sealed class VisitSource : IFieldSource
{
    private const int UsualMinutes = 20;
    private static readonly CultureInfo _chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Templates { get; } = ["考核预告公告", "考核大会通知", "考核大会签到表", "谈话安排", "考核组报告"];

    /// <inheritdoc/>
    public async Task AddAsync(FactSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.About is not { } unit)
        {
            return;
        }

        var schedule = await sheet.Work.FormAsync<VisitScheduleForm>(TaskKinds.VisitSchedule, null, cancellationToken);
        var visit = schedule?.Visits.Find(row => row.UnitId == unit.Id);
        sheet.Decide("进驻日期", visit?.Arrives);
        sheet.Decide("离开日期", visit?.Leaves);
        sheet.Decide("公开电话", Given(schedule?.Phone));
        sheet.Decide("电子邮箱", Given(schedule?.Mailbox));
        if (visit?.Arrives is { } arrives)
        {
            sheet.Know("会议时间", OfficeTime.At(arrives, visit.MeetingAt ?? VisitRow.UsualMeeting));
        }

        if (sheet.Subject.Template == "谈话安排")
        {
            AddTalks(sheet, await sheet.Work.FormAsync<InterviewPlanForm>(TaskKinds.InterviewPlan, unit.Id, cancellationToken));
        }
    }

    private static void AddTalks(FactSheet sheet, InterviewPlanForm? plan)
    {
        sheet.Know("谈话时长", UsualMinutes);
        if (plan is null || plan.Talks.Count == 0)
        {
            return;
        }

        var talks = plan.Talks.OrderBy(talk => talk.On).ThenBy(talk => talk.At).ToList();
        sheet.Decide("开始日期", talks[0].On);
        sheet.Decide("结束日期", talks[^1].On);
        sheet.Know("谈话地点", string.Join('、', talks.Select(talk => talk.Place).Distinct()));
        sheet.Know("谈话", talks.ConvertAll(talk => (object?)new Dictionary<string, object?>
        {
            ["姓名"] = talk.With,
            ["职务"] = talk.Post,
            ["时间"] = $"{(talk.On is { } day ? OfficeTime.Day(day) : "")}{talk.At?.ToString("HH:mm", _chinese)}",
            ["谈话人"] = talk.Interviewers,
        }));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

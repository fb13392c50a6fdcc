using Kaohe.Activities;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;
using Kaohe.Office;
using Kaohe.Storage.Assessment.Cycles;

namespace Kaohe.Server.Documents.Facts;

/// <summary>Fields that every document of a year may use: head, signature block, contacts, dates of the step.</summary>
internal static class YearFields
{
    private const string Everybody = "各县（市、区）委、人民政府，市直各部门（单位）";

    public static void Add(
        Dictionary<string, object?> fields, DocumentSubject subject, Cycle? cycle, Scheme? scheme, Unit? about, IReadOnlyDictionary<string, Official> officials, DocumentOptions options)
    {
        var today = OfficeTime.DateOf(subject.At);
        var last = subject.DueAt is { } due && OfficeTime.DateOf(due) >= today ? OfficeTime.DateOf(due) : today.AddDays(10);
        var timing = scheme?.Timing ?? new SchemeTiming();
        var office = cycle?.Office;
        var issuer = office?.Name is { Length: > 0 } name ? name : options.Issuer;
        fields["年度"] = subject.CycleYear;
        fields["考核办法"] = scheme?.Basis is { Length: > 0 } basis ? Quoted(basis) : options.Basis;
        fields["发文机关标志"] = issuer + "文件";
        fields["落款机关"] = issuer;
        fields["印发机关"] = issuer;
        fields["成文日期"] = today;
        fields["印发日期"] = today;
        fields["抄送"] = "市委办公室、市人大常委会办公室、市政府办公室、市政协办公室";
        fields["主送机关"] = Everybody;
        fields["考核对象"] = "全市14个县（市、区）和纳入年度目标责任考核的市直部门（单位）";
        fields["督查范围"] = fields["考核对象"];
        fields["考核范围"] = fields["考核对象"];
        fields["督查期间"] = $"第{"一二三四"[(today.Month - 1) / 3]}季度";
        fields["开始日期"] = today;
        fields["结束日期"] = last;
        fields["进驻日期"] = today.AddDays(3);
        fields["离开日期"] = last > today.AddDays(3) ? last : today.AddDays(5);
        fields["材料报送期限"] = last;
        fields["报告期限"] = last;
        if (subject is { Template: ReportDeadline.Template, DueAt: null })
        {
            ReportDeadline.Draft(fields, today, timing.RectificationMonths);
        }

        fields["整改期限"] = last;
        fields["自查报告期限"] = Working(timing.SelfAssessmentDue.In(subject.CycleYear + 1));
        fields["数据认定期限"] = Working(Working(timing.SelfAssessmentDue.In(subject.CycleYear + 1)).AddDays(timing.CertificationDays));
        fields["申请复核天数"] = timing.ReviewAskDays;
        fields["说明报送天数"] = timing.ReviewAnswerDays;
        fields["考核内容"] = scheme is null
            ? "年度目标任务完成情况，领导班子和领导干部履行年度目标责任情况"
            : string.Join('、', scheme.Categories.Where(category => about is null || category.Kind == about.Kind).Select(category => category.Name).Distinct()) + "指标完成情况，领导班子和领导干部履行年度目标责任情况";
        fields["受理时间"] = "考核期间每日8:00至18:00";
        fields["日程"] = Schedule(subject.CycleYear, timing);
        fields["被考核单位"] = "各县（市、区）和市直各部门（单位）";
        MeetingFields.Add(fields, today.AddDays(3));
        if (office is not null)
        {
            PutIfGiven("联系电话", office.Phone);
            PutIfGiven("公开电话", office.Phone);
            PutIfGiven("电子邮箱", office.Email);
            PutIfGiven("联系人", officials.GetValueOrDefault(office.StaffIds.FirstOrDefault(id => id != office.DirectorId) ?? office.DirectorId)?.Name);
            PutIfGiven("计算人", officials.GetValueOrDefault(office.StaffIds is [.., var lastStaff] ? lastStaff : office.DirectorId)?.Name);
            PutIfGiven("复核人", officials.GetValueOrDefault(office.DirectorId)?.Name);
        }

        void PutIfGiven(string field, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                fields[field] = value;
            }
        }
    }

    // As the task's own deadline: a day off moves to the next working day.
    private static DateOnly Working(DateOnly date) => ActivityCalendar.Current.OnOrAfter(date).Date;

    private static string Quoted(string basis) => basis.Contains('《', StringComparison.Ordinal) ? basis : $"《{basis}》";

    private static List<object?> Schedule(int year, SchemeTiming timing)
    {
        var self = Working(timing.SelfAssessmentDue.In(year + 1));
        var results = Working(timing.ResultsDue.In(year + 1));
        return
        [
            Row("自查总结", $"{OfficeTime.Day(self)}前", "各被考核单位"),
            Row("考核预告", $"进驻前{timing.AdvanceNoticeWorkingDays}个工作日", "考核办"),
            Row("考核大会、民主测评、个别谈话", "考核组进驻期间", "考核组、各被考核单位"),
            Row("民意调查、社会评价", $"开放{timing.SurveyDays}天", "考核办"),
            Row("综合评价", $"{timing.EvaluationWorkingDays}个工作日", "考核组"),
            Row("考核汇总", $"{timing.AggregationWorkingDays}个工作日", "考核办"),
            Row("结果评定", $"{OfficeTime.Day(results)}前", "考核领导组"),
        ];
    }

    private static Dictionary<string, object?> Row(string step, string when, string who) => new() { ["环节"] = step, ["时间"] = when, ["责任单位"] = who };
}

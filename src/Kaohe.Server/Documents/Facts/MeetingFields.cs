using Kaohe.Office;
using Kaohe.Server.Tasks.Forms.Records;

namespace Kaohe.Server.Documents.Facts;

/// <summary>What a notice of the 考核大会 says as a rule (seed: 述职, 民主测评 in the meeting); the flow or 考核办 may say otherwise for one unit.</summary>
internal static class MeetingFields
{
    private static readonly string[] _agenda =
        ["考核组组长讲话，宣布考核工作纪律", "单位主要负责人报告年度目标任务完成情况并述职", "领导班子其他成员书面述职", "对领导班子和领导干部进行民主测评"];

    public static void Add(Dictionary<string, object?> fields, DateOnly day)
    {
        fields["会议时间"] = OfficeTime.At(day, VisitRow.UsualMeeting);
        fields["会议地点"] = "由你单位安排，并提前1天告知考核组联络员";
        fields["参会人员"] = "领导班子成员、中层干部、所属单位主要负责人和服务对象代表";
        fields["到会比例"] = $"{MeetingForm.QuorumPercent}%";
        fields["述职时长"] = 15;
        fields["议程"] = _agenda.Select(text => (object?)new Dictionary<string, object?> { ["内容"] = text }).ToList();
    }
}

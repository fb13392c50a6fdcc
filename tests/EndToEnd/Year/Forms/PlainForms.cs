using System.Text.Json.Nodes;
using Kaohe.Activities;
using static EndToEnd.Year.Forms.FormFiller;

namespace EndToEnd.Year.Forms;

/// <summary>Forms whose values do not depend on the city.</summary>
internal static class PlainForms
{
    public static void Fill(string kind, JsonObject form, DateOnly today)
    {
        switch (kind)
        {
            case TaskKinds.General or TaskKinds.DocumentRevision:
                form["report"] = "已研究办理，形成书面意见。";
                break;
            case TaskKinds.Receipt:
                Set(form, ("received", true), ("receivedBy", "考核联络员"));
                break;
            case TaskKinds.MissingReasons:
                form["reasons"] = new JsonObject(form["reasons"]!.AsObject().Select(one => KeyValuePair.Create(one.Key, (JsonNode?)"单位已书面说明，考核办核实后同意。")));
                break;
            case TaskKinds.SupervisionPlan:
                Set(form, ("from", Day(today.AddDays(1))), ("until", Day(today.AddDays(10))), ("focus", "八项主要指标完成情况"), ("method", "查阅资料、实地察看"), ("teamsChecked", true));
                break;
            case TaskKinds.SelfAssessmentSignature or TaskKinds.ResponsibilitySigning:
                form["confirmed"] = true;
                break;
            case TaskKinds.NoticePosting:
                Set(form, ("place", "办公楼一层公示栏和门户网站"), ("postedOn", Day(today)));
                break;
            case TaskKinds.MeetingRecord:
                Set(form, ("heldOn", form["heldOn"]?.GetValue<string>() ?? Day(today)), ("place", "机关会议室"), ("chair", "主要负责人"), ("expected", 5), ("signedIn", "甲一、乙二、丙三、丁四、戊五"), ("headReported", true), ("minutes", "听取述职，开展测评。"));
                break;
            case TaskKinds.TallyConfirmation:
                Set(form, ("recounted", true), ("checkers", "监票人两名"));
                break;
            case TaskKinds.SurveyPlan or TaskKinds.SocialRatingPlan:
                Set(form, ("sampleSize", 200), ("from", Day(today)), ("until", Day(today.AddDays(10))), ("method", "随机抽样，扫码填答"));
                break;
            case TaskKinds.TeamReport:
                Set(form, ("performance", "主要指标完成较好。"), ("achievements", "重点工作推进有力。"), ("shortcomings", "个别指标滞后。"), ("opinion", "建议按综合得分评定。"));
                break;
            case TaskKinds.TeamReportSignature:
                Set(form, ("confirmed", true), ("signers", "考核组全体成员"));
                break;
            case TaskKinds.ScoreCheck:
                Set(form, ("checked", true), ("note", "已逐项核对。"));
                break;
            case TaskKinds.JointMeeting:
                Set(form, ("heldOn", Day(today)), ("place", "市委第一会议室"), ("attendees", "联席会议各成员单位"), ("minutes", "同意得分和排名。"));
                break;
            case TaskKinds.GradeDecision:
                Set(form, ("minutes", "市年度目标责任考核领导组会议纪要〔2027〕1号"));
                break;
            case TaskKinds.RectificationCompletion:
                form["statement"] = "整改措施已经落实，申请销号。";
                Each(form, ("isDone", true), ("progress", "已按清单逐项补齐。"));
                break;
            case TaskKinds.RectificationRecheck:
                Set(form, ("visitedOn", Day(today)), ("finding", "整改措施已落实到位。"));
                Each(form, ("isInPlace", true), ("note", "实地查看，措施已落实。"));
                break;
            case TaskKinds.Admonition:
                Set(form, ("heldOn", Day(today)), ("place", "市委小会议室"), ("talkers", "市长、组织部部长"), ("record", "指出问题，要求限期改进。"), ("improveBy", Day(today.AddMonths(3))));
                break;
            default:
                throw new YearStuckException($"Nobody knows how to fill the form of a task of kind {kind}: {form.ToJsonString()}");
        }
    }
    // Every measure of the report has its row.
    private static void Each(JsonObject form, params IReadOnlyList<(string Name, JsonNode Value)> values)
    {
        foreach (var row in form["measures"]!.AsArray().Select(row => row!.AsObject()))
        {
            Set(row, [.. values.Select(value => (value.Name, (JsonNode?)value.Value.DeepClone()))]);
        }
    }
}

using Kaohe.Activities;
using Kaohe.Assessment.DemoCity;

namespace EndToEnd.Year;

/// <summary>Who of the demo city does which kind of task: what is checked is never checked by the one who entered it.</summary>
/// <param name="city">The city.</param>
public sealed class Duties(DemoCityData city)
{
    public const string Entering = "考核办经办人";
    public const string Checking = "考核办主任";
    public const string Leader = "市长";
    public const string Administrator = "系统管理员";

    private static readonly HashSet<string> _unit =
    [
        TaskKinds.EvidenceFiling, TaskKinds.SelfAssessmentReport, TaskKinds.ReadingCertification, TaskKinds.NoticePosting, TaskKinds.MeetingRecord,
        TaskKinds.RectificationReport, TaskKinds.RectificationCompletion, TaskKinds.Receipt,
    ];

    private static readonly HashSet<string> _team =
    [
        TaskKinds.SupervisionFinding, TaskKinds.MeetingCheck, TaskKinds.BallotTally, TaskKinds.InterviewPlan, TaskKinds.InterviewRecord, TaskKinds.TeamReport,
    ];

    private static readonly HashSet<string> _leader = [TaskKinds.SignOff, TaskKinds.Approval, TaskKinds.GradeDecision, TaskKinds.RectificationApproval, TaskKinds.Admonition];

    private static readonly HashSet<string> _checked =
        [TaskKinds.TallyConfirmation, TaskKinds.ScoreCheck, TaskKinds.GradeProposalCheck, TaskKinds.RectificationReview, TaskKinds.RectificationRecheck, TaskKinds.RectificationClosing];

    private readonly Dictionary<string, string> _accounts = city.Officials.ToDictionary(official => official.Id, official => official.Account);

    /// <summary>Every account that has a duty.</summary>
    public IEnumerable<string> Everybody() => city.Units
        .SelectMany(unit => (string[])[Of(TaskKinds.Receipt, unit.Id), Of(TaskKinds.SelfAssessmentSignature, unit.Id), Of(TaskKinds.TeamReport, unit.Id), Of(TaskKinds.TeamReportSignature, unit.Id)])
        .Concat([Entering, Checking, Leader, Administrator]).Distinct(StringComparer.Ordinal);

    /// <summary>The account that does a task.</summary>
    /// <param name="kind">Kind of task.</param>
    /// <param name="unitId">The unit it is about; null when it is about all.</param>
    public string Of(string kind, string? unitId) => kind switch
    {
        _ when unitId is not null && _unit.Contains(kind) => _accounts[$"{unitId}-liaison"],
        TaskKinds.SelfAssessmentSignature or TaskKinds.ResponsibilitySigning when unitId is not null =>
            _accounts[city.Units.First(unit => unit.Id == unitId).LeaderOfficialId!],
        _ when unitId is not null && _team.Contains(kind) => Member(unitId, 0),
        TaskKinds.TeamReportSignature or TaskKinds.TallyConfirmation when unitId is not null => Member(unitId, 1),
        _ when _leader.Contains(kind) => Leader,
        _ when _checked.Contains(kind) => Checking,
        _ => Entering,
    };

    private string Member(string unitId, int place) =>
        _accounts[city.Teams.First(team => team.UnitIds.Contains(unitId)).MembersFor(unitId)[place]];
}

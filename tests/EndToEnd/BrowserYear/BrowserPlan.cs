using EndToEnd.Year;
using Kaohe.Activities;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Grades;

namespace EndToEnd.BrowserYear;

/// <summary>
/// Who of the demo city acts in a browser: one unit with its 考核组 through every task, more units with one task each, what office and leaders do once for the
/// city, and three units that have to rectify. Everything else goes over HTTP.
/// </summary>
/// <param name="city">The city.</param>
public sealed class BrowserPlan(DemoCityData city)
{
    /// <summary>The unit whose every task is done in a browser.</summary>
    public const string Unit = "xinfu";

    private static readonly (string Kind, string Unit)[] _others =
    [
        (TaskKinds.EvidenceFiling, "yuanping"), (TaskKinds.SelfAssessmentReport, "dingxiang"), (TaskKinds.SelfAssessmentSignature, "wutai"),
        (TaskKinds.NoticePosting, "daixian"), (TaskKinds.MeetingRecord, "fanshi"), (TaskKinds.ReadingCertification, "tongjiju"), (TaskKinds.TallyConfirmation, "haiguan"),
    ];

    private static readonly HashSet<string> _rectifying =
    [
        TaskKinds.RectificationReport, TaskKinds.RectificationReview, TaskKinds.RectificationApproval, TaskKinds.RectificationCompletion, TaskKinds.RectificationRecheck, TaskKinds.RectificationClosing,
    ];

    private readonly ExpectedResult _expected = new(city);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _cityTasks = [];

    /// <summary>Kinds that somebody does in a browser.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        .. _others.Select(one => one.Kind), .. _rectifying, TaskKinds.SignOff, TaskKinds.Receipt, TaskKinds.SupervisionPlan, TaskKinds.SupervisionFinding, TaskKinds.VisitSchedule,
        TaskKinds.MeetingCheck, TaskKinds.BallotTally, TaskKinds.InterviewPlan, TaskKinds.InterviewRecord, TaskKinds.SurveyPlan, TaskKinds.SurveyTally, TaskKinds.SocialRatingPlan,
        TaskKinds.SocialRatingTally, TaskKinds.LeaderRatingTally, TaskKinds.TeamReport, TaskKinds.TeamReportSignature, TaskKinds.ScoreCheck, TaskKinds.JointMeeting,
        TaskKinds.GradeProposalCheck, TaskKinds.GradeDecision, TaskKinds.Admonition,
    ];

    /// <summary>The last of the counties: it rectifies, and its head is talked to, whatever its grade.</summary>
    public string Last => field ??= _expected.Rankings.First(ranking => ranking.GroupId == "counties").Entries.First(entry => entry.IsLast).UnitId;

    /// <summary>The units whose 整改 is walked in browsers: the last of the counties, one that is 一般 and one that is 差.</summary>
    public IReadOnlyList<string> Rectifying => field ??= [Last, Of(Grade.Average), Of(Grade.Poor)];

    /// <summary>Whether a task is done in a browser.</summary>
    /// <param name="id">The task.</param>
    /// <param name="kind">Kind of task.</param>
    /// <param name="unitId">The unit it is about; null when it is about all.</param>
    public bool Takes(string id, string kind, string? unitId) => (kind, unitId) switch
    {
        (TaskKinds.SignOff, _) => unitId is null or Unit,
        (_, null) => TakesForCity(id, kind),
        (TaskKinds.Admonition, _) => unitId == Last,
        _ when _rectifying.Contains(kind) => Rectifying.Contains(unitId),
        _ => unitId == Unit || _others.Contains((kind, unitId)),
    };

    // What is the same form again is not typed again.
    private bool TakesForCity(string id, string kind)
    {
        lock (_lock)
        {
            return _cityTasks.TryAdd(kind, id) || _cityTasks[kind] == id;
        }
    }

    private string Of(Grade grade) => city.Units.First(unit => unit.Id != Last && _expected.Grades[unit.Id] == grade).Id;
}

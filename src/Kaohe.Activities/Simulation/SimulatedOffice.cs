using Kaohe.Activities.Effects;
using Kaohe.Activities.Plans;
using Kaohe.Activities.Signals;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Units;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Simulation;

namespace Kaohe.Activities.Simulation;

/// <summary>
/// The whole city at work, in memory: answers every effect the way the server's features do, and has people finish their tasks at the pace of
/// <see cref="WorkPace"/>. Every rectification report is sent back once by the office; the worst county hands its report in too late.
/// </summary>
internal sealed partial class SimulatedOffice(DemoCityData city, WorkingCalendar calendar)
{
    private readonly PriorityQueue<Act, (DateTimeOffset At, int Order)> _acts = new();
    private readonly HashSet<string> _closedExecutions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sentBack = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rectifications = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = city.Units.ToDictionary(unit => unit.Id, unit => unit.ShortName, StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _certifiers = [.. city.Trees.SelectMany(tree => tree.Indicators()).Select(indicator => indicator.CertifierUnitId).Distinct(StringComparer.Ordinal)];
    private string? _latecomer;
    private int _order;

    public SimulatedResults Results { get; } = new(city);

    public TimelineWriter Timeline { get; } = new();

    public IReadOnlyList<UnitGrade> Grades { get; private set; } = [];

    public int Tasks { get; private set; }

    /// <summary>Tasks as they were opened.</summary>
    public List<TaskOpening> Openings { get; } = [];

    public int Documents { get; private set; }

    public int Letters { get; private set; }

    public RectificationCounts Rectifications => new(Times(RectificationEvent.Noticed), Times(RectificationEvent.Returned), Times(RectificationEvent.Overdue), Times(RectificationEvent.Closed));

    /// <summary>When somebody acts next; null when nobody has anything to do.</summary>
    public DateTimeOffset? NextActAt => _acts.TryPeek(out _, out var when) ? when.At : null;

    /// <summary>Lets the next person act.</summary>
    public void ActNext(SimulatedHost host)
    {
        var act = _acts.Dequeue();
        if (!_closedExecutions.Contains(act.Execution))
        {
            act.Run(host);
        }
    }

    public void Deliver(SimulatedHost host, Effect effect)
    {
        var instance = host.Instances.First(each => each.State.Id == effect.WorkflowInstanceId);
        switch (effect.Payload)
        {
            case OpenTasks request:
                Open(host, effect, instance, request);
                break;
            case CloseTasks close:
                _closedExecutions.Add(close.ActivityInstanceId);
                break;
            case DraftDocument document:
                Draft(host, effect, instance, document);
                break;
            case IssueDocument issue:
                Documents++;
                host.Resume(instance, issue.BookmarkId, DocumentSignals.Issued(issue.Item, issue.DocumentId, Number()));
                break;
            case GenerateLetter letter:
                Write(host, instance, letter);
                break;
            case ComputeScores scores:
                Score(host, instance, scores);
                break;
            case ProposeGrades proposal:
                var undecided = Results.Proposals.Sum(each => each.Undecided.Count());
                Timeline.Note(host.Now, StepName(StepCodes.ResultDetermination, instance), "系统提出等次建议", count: city.Units.Count - undecided);
                host.Resume(instance, proposal.BookmarkId, ResultSignals.Proposed(proposal.Item, city.Units.Count, undecided));
                break;
            case ApplyGrades apply:
                Grades = Results.Decide(host.Now);
                _latecomer = Grades.FirstOrDefault(grade => grade.IsLast && grade.GroupId == UnitGroup.Counties.Id)?.UnitId;
                Timeline.Note(host.Now, StepName(StepCodes.ResultDetermination, instance), "登记等次：" + string.Join("，", Grades.GroupBy(g => g.Grade).OrderByDescending(g => g.Key).Select(g => $"{GradeNames.Of(g.Key)} {g.Count()}")));
                host.Resume(instance, apply.BookmarkId, ResultSignals.Graded(apply.Item, Grades));
                break;
            case RecordRectification record:
                _rectifications[record.Event.ToString()] = Times(record.Event) + 1;
                Timeline.Note(host.Now, "整改", RectificationText(record.Event));
                break;
            case SendEmail mail:
                Timeline.Note(host.Now, StepName(null, instance), $"发送邮件：{mail.Subject}");
                break;
        }
    }

    private void Open(SimulatedHost host, Effect effect, SimulatedInstance instance, OpenTasks request)
    {
        var keys = Keys(request.Audience);
        var step = StepName(request.StepCode, instance);
        Tasks += keys.Count;
        Openings.Add(new TaskOpening(OfficeTime.DateOf(host.Now), request.DueAt is { } due ? OfficeTime.DateOf(due) : null, request.Role, step, request.Title, keys.Count));
        Timeline.Note(host.Now, step, $"任务发出：{request.Title}", RunOf(effect, instance), keys.Count);
        if (request.ReportsOpened)
        {
            host.Resume(instance, request.BookmarkId, TaskSignals.Opened(request.Item, keys));
        }

        foreach (var key in keys)
        {
            var outcome = OutcomeOf(request, key, effect);
            var at = IsLate(request, key)
                ? WorkPace.SignedAt(request.DueAt!.Value, calendar)
                : WorkPace.FinishedAt(request.TaskKind, key, host.Now, request.DueOf(key), calendar);
            Later(at, effect.ActivityInstanceId, h =>
            {
                Timeline.Note(h.Now, step, $"{(outcome == PlanOutcomes.Return.Code ? "退回" : "办结")}：{request.Title}", RunOf(effect, instance));
                h.Resume(instance, request.BookmarkId, TaskSignals.Completed(
                    request.Item, key, $"{effect.Key}:{key}", outcome, by: request.Role, comment: outcome == PlanOutcomes.Return.Code ? "整改措施不具体，请逐条补充责任人和时限" : null));
            });
        }
    }

    /// <summary>The first review of each rectification report sends it back; everything else goes well.</summary>
    private string OutcomeOf(OpenTasks request, string key, Effect effect) =>
        request.TaskKind == TaskKinds.RectificationReview && _sentBack.Add($"{effect.WorkflowInstanceId}/{key}") ? PlanOutcomes.Return.Code : request.Outcomes[0].Code;

    private bool IsLate(OpenTasks request, string key) =>
        request.TaskKind == TaskKinds.RectificationReport && key == _latecomer && request.DueAt is not null && !_sentBack.Contains($"late/{key}") && _sentBack.Add($"late/{key}");

    private void Score(SimulatedHost host, SimulatedInstance instance, ComputeScores scores)
    {
        var incomplete = Results.Scores.Where(score => !score.IsComplete).ToList();
        Timeline.Note(host.Now, StepName(StepCodes.ScoreAggregation, instance), "系统计算综合得分和排名", count: Results.Scores.Count);
        host.Resume(instance, scores.BookmarkId, ResultSignals.Scored(
            scores.Item, Results.Scores.Count, incomplete.Count, [.. incomplete.SelectMany(score => score.Problems).Select(problem => problem.Message)]));
    }

    private void Later(DateTimeOffset at, string execution, Action<SimulatedHost> run) => _acts.Enqueue(new Act(execution, run), (at, _order++));

    private string Number() => $"忻考办〔{city.Scheme.Year + 1}〕{Documents}号";

    private int Times(RectificationEvent happened) => _rectifications.GetValueOrDefault(happened.ToString());

    private IReadOnlyList<string> Keys(AudienceSpec audience) => audience.KnownKeys ?? audience.Kind switch
    {
        AudienceKind.All => [.. _names.Keys],
        AudienceKind.Counties => UnitsOf(UnitKind.County),
        AudienceKind.Departments => UnitsOf(UnitKind.Department),
        AudienceKind.Certifiers => _certifiers,
        AudienceKind.Team => [.. city.Teams.Select(team => team.Id)],
        _ => [city.LeadingGroup.FirstLeaderId, city.LeadingGroup.LeaderId, .. city.LeadingGroup.DeputyIds],
    };

    private IReadOnlyList<string> UnitsOf(UnitKind kind) => [.. city.Units.Where(unit => unit.Kind == kind).Select(unit => unit.Id)];

    private static string StepName(string? stepCode, SimulatedInstance instance) =>
        stepCode is not null ? StepCodes.NameOf(stepCode) : instance.State.ParentInstanceId is null ? "结果运用" : instance.Workflow.Definition.Name ?? "";

    /// <summary>What folds into one line: an execution of the year's flow; over all flows that it started the same thing is one line.</summary>
    private static string RunOf(Effect effect, SimulatedInstance instance) => instance.State.ParentInstanceId is null ? effect.ActivityInstanceId : "";

    private static string RectificationText(RectificationEvent happened) => happened switch
    {
        RectificationEvent.Noticed => "登记：已发整改通知",
        RectificationEvent.Submitted => "登记：已报整改报告",
        RectificationEvent.OfficePassed => "登记：考核办审核通过",
        RectificationEvent.LeaderApproved => "登记：领导批准",
        RectificationEvent.Returned => "登记：退回补充",
        RectificationEvent.Overdue => "登记：报告逾期，转诫勉谈话",
        RectificationEvent.Completed => "登记：已报完成情况",
        RectificationEvent.CompletionOverdue => "登记：到期未报完成情况",
        RectificationEvent.Rechecked => "登记：复查通过",
        _ => "登记：销号",
    };

    private sealed record Act(string Execution, Action<SimulatedHost> Run);
}

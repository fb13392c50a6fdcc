using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Office.Calendar;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Simulation;

namespace Kaohe.Activities.Tests.Given;

/// <summary>The real engine with an office around it that only writes down what it is asked for; a test plays the people.</summary>
internal sealed class World
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly ActivityRegistry Registry = new(typeof(StepActivity).Assembly);

    private static readonly string[] Counties = ["xinfu", "yuanping", "wutai"];
    private static readonly string[] Departments = ["caizhengju"];

    private int _documents;

    static World() => ActivityCalendar.Use(WorkingCalendar.Empty);

    public World(params WorkflowDefinition[] definitions) =>
        Host = new SimulatedHost(new SimulationCatalog(Registry, definitions), Monday) { Deliver = Deliver };

    public SimulatedHost Host { get; }

    public List<OpenedTask> Tasks { get; } = [];

    public List<DraftDocument> Documents { get; } = [];

    public List<GenerateLetter> Letters { get; } = [];

    public List<Effect> Effects { get; } = [];

    /// <summary>Documents that the signer sends back this many times before signing.</summary>
    public int SignerSendsBack { get; set; }

    /// <summary>Whether documents are issued as soon as they are asked for.</summary>
    public bool IssuesDocuments { get; set; } = true;

    /// <summary>Results that ApplyGrades is answered with.</summary>
    public List<UnitGrade> Results { get; } = [];

    public IEnumerable<OpenedTask> Open => Tasks.Where(task => !task.IsOver);

    public IReadOnlyList<string> Ended => Host.Lines;

    /// <summary>Starts a flow of one activity; each of its outcomes writes its own name.</summary>
    public static World WithActivity(string type, object? inputs = null, Dictionary<string, object?>? flowInput = null, params string[] outcomes)
    {
        var world = new World(Flow.Of(type, inputs, outcomes));
        world.Host.Start("flow", flowInput ?? new Dictionary<string, object?> { ["cycleYear"] = 2026 });
        world.Host.Settle();
        return world;
    }

    public IReadOnlyList<OpenedTask> OpenOf(string item) => [.. Open.Where(task => task.Request.Item.Split('#')[0] == item)];

    public void Complete(OpenedTask task, string? outcome = null, Dictionary<string, object?>? data = null, string? comment = null)
    {
        task.IsOver = true;
        Tell(task, TaskSignals.Completed(task.Request.Item, task.Key, task.Id, outcome ?? task.Request.Outcomes[0].Code, data, "somebody", comment));
    }

    public void CloseTask(OpenedTask task, string reason)
    {
        task.IsOver = true;
        Tell(task, TaskSignals.Closed(task.Request.Item, task.Key, task.Id, reason, "office"));
    }

    public void Tell(OpenedTask task, IReadOnlyDictionary<string, object?> signal)
    {
        Host.Resume(task.Instance, task.Request.BookmarkId, signal);
        Host.Settle();
    }

    /// <summary>Everybody does what is open, again and again, until nothing is open.</summary>
    public void CompleteEverything(Func<OpenedTask, bool>? except = null)
    {
        for (var next = Next(except); next is not null; next = Next(except))
        {
            Complete(next);
        }
    }

    public void AdvanceDays(int days) => Host.Advance(TimeSpan.FromDays(days));

    private OpenedTask? Next(Func<OpenedTask, bool>? except) => Open.FirstOrDefault(task => except is null || !except(task));

    private void Deliver(SimulatedHost host, Effect effect)
    {
        Effects.Add(effect);
        var instance = host.Instances.First(i => i.State.Id == effect.WorkflowInstanceId);
        switch (effect.Payload)
        {
            case OpenTasks request:
                var keys = Keys(request.Audience);
                Tasks.AddRange(keys.Select(key => new OpenedTask($"{effect.Key}:{key}", key, request, instance, effect.ActivityInstanceId)));
                host.Resume(instance, request.BookmarkId, TaskSignals.Opened(request.Item, keys));
                break;
            case CloseTasks close:
                foreach (var task in Open.Where(task => task.ActivityInstanceId == close.ActivityInstanceId && (close.Item is null || task.Request.Item == close.Item) && close.Keys?.Contains(task.Key) != false).ToList())
                {
                    task.IsOver = true;
                    task.ClosedBecause = close.Reason;
                }

                break;
            case DraftDocument document:
                Documents.Add(document);
                Answer(instance, document);
                break;
            case GenerateLetter letter:
                Letters.Add(letter);
                host.Resume(instance, letter.BookmarkId, DocumentSignals.Opened(letter.Item, Keys(letter.Audience)));
                foreach (var unit in Keys(letter.Audience))
                {
                    host.Resume(instance, letter.BookmarkId, DocumentSignals.Issued(letter.Item, $"letter-{unit}", number: null, unit));
                }

                break;
            case IssueDocument issue:
                host.Resume(instance, issue.BookmarkId, DocumentSignals.Issued(issue.Item, issue.DocumentId, "忻考办〔2026〕1号"));
                break;
            case ComputeScores scores:
                host.Resume(instance, scores.BookmarkId, ResultSignals.Scored(scores.Item, 4, 0, []));
                break;
            case ProposeGrades proposal:
                host.Resume(instance, proposal.BookmarkId, ResultSignals.Proposed(proposal.Item, 4, 0));
                break;
            case ApplyGrades grades:
                host.Resume(instance, grades.BookmarkId, ResultSignals.Graded(grades.Item, Results));
                break;
        }
    }

    private void Answer(SimulatedInstance instance, DraftDocument document)
    {
        var keys = document.IsPerUnit ? Keys(document.Audience) : [AudienceSpec.OnceKey];
        if (document.ReportsOpened)
        {
            Host.Resume(instance, document.BookmarkId, DocumentSignals.Opened(document.Item, keys));
        }

        foreach (var key in keys.Where(_ => IssuesDocuments))
        {
            var id = $"document-{++_documents}";
            var back = document.NeedsSignature && SignerSendsBack > 0;
            SignerSendsBack -= back ? 1 : 0;
            Host.Resume(instance, document.BookmarkId, back
                ? DocumentSignals.Returned(document.Item, id, "主送机关不全", key, "市长")
                : document.StopsAtDraft ? DocumentSignals.Drafted(document.Item, id, key) : DocumentSignals.Issued(document.Item, id, $"忻考办〔2026〕{_documents}号", key, "市长"));
        }
    }

    private static IReadOnlyList<string> Keys(AudienceSpec audience) => audience.KnownKeys ?? audience.Kind switch
    {
        AudienceKind.All => [.. Counties, .. Departments],
        AudienceKind.Counties => Counties,
        AudienceKind.Departments => Departments,
        AudienceKind.Certifiers => ["tongjiju"],
        AudienceKind.Team => ["zu1", "zu2"],
        _ => ["shuji", "shizhang"],
    };

    public static UnitGrade Result(string unitId, Grade grade, bool isLast = false, params ConsequenceKind[] consequences) => new()
    {
        UnitId = unitId, UnitName = unitId, GroupId = "counties", Grade = grade, GradeLabel = GradeNames.Of(grade), Rank = 1, IsLast = isLast, Consequences = consequences,
    };
}

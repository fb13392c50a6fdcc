using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;

namespace Kaohe.Office.Tests;

/// <summary>A small office with the real calendar: the context most tests share.</summary>
public sealed class GivenOffice
{
    /// <summary>Monday 2 March 2026, 16:20 in the office.</summary>
    public static readonly DateTimeOffset Now = OfficeTime.At(new DateOnly(2026, 3, 2), new TimeOnly(16, 20));

    public static readonly Person Clerk = new() { Id = "office-1", Name = "考核办经办人", Roles = ["office"], Posts = [new Post("kaoheban", "handler", "经办人")] };
    public static readonly Person Chief = new() { Id = "office-2", Name = "考核办副主任", Roles = ["office"], Posts = [new Post("kaoheban", "deputy", "副主任")] };
    public static readonly Person Leader = new() { Id = "leader-1", Name = "市委组织部部长", Roles = ["leader"] };
    public static readonly Person Deputy = new() { Id = "leader-2", Name = "常务副部长", Roles = ["leader"] };
    public static readonly Person Team = new() { Id = "team-1", Name = "第一考核组组长", Roles = ["team"], Posts = [new Post("kaohezu-1", "team-leader", "组长")] };
    public static readonly Person UnitHead = new() { Id = "dingxiang-head", Name = "定襄县主要负责人", Roles = ["unit"], Posts = [new Post("dingxiang", "head", "县长")] };
    public static readonly Person UnitHandler = new() { Id = "dingxiang-1", Name = "定襄县经办人", Roles = ["unit"], Posts = [new Post("dingxiang", "handler", "联络员")] };
    public static readonly Person UnitHandler2 = new() { Id = "dingxiang-2", Name = "定襄县统计员", Roles = ["unit"], Posts = [new Post("dingxiang", "statistics", "统计员")] };
    public static readonly Person OtherUnit = new() { Id = "wutai-1", Name = "五台县经办人", Roles = ["unit"], Posts = [new Post("wutai", "handler", "联络员")] };
    public static readonly Person Admin = new() { Id = "admin-1", Name = "系统管理员", Roles = ["admin"] };
    public static readonly Person Gone = new() { Id = "gone-1", Name = "退休老同志", Roles = ["office"], IsActive = false };

    private static readonly WorkingCalendar Shipped = LoadShipped();
    private readonly List<Delegation> delegations = [];

    public static WorkingCalendar Calendar => Shipped;

    public TaskDesk Desk => new(
        new OfficeDirectory([Clerk, Chief, Leader, Deputy, Team, UnitHead, UnitHandler, UnitHandler2, OtherUnit, Admin, Gone]),
        new DelegationBook([.. delegations]),
        Shipped,
        TaskPolicy.Default);

    public GivenOffice WithDelegation(Person principal, Person proxy, DelegationScope? scope = null)
    {
        delegations.Add(new Delegation
        {
            Id = $"d{delegations.Count + 1}",
            Principal = principal.Ref,
            Proxy = proxy.Ref,
            From = new DateOnly(2026, 3, 1),
            To = new DateOnly(2026, 3, 15),
            Scope = scope ?? DelegationScope.AllButSigning,
        });
        return this;
    }

    /// <summary>The person as signed in now, with the people they stand in for.</summary>
    public Actor As(Person person) => Desk.ActorOf(person.Id, Now)!;

    public HumanTask Task(params Candidate[] candidates) => Opened(NewTask(candidates));

    public HumanTask Opened(NewTask request)
    {
        var result = Desk.Open(request, Now);
        Assert.Empty(result.Problems);
        return result.Task;
    }

    public static NewTask NewTask(params Candidate[] candidates) => new()
    {
        Id = "t1",
        Kind = "SelfAssessment.Report",
        Title = "报送自查报告",
        Instructions = "按提纲写自查报告。",
        Candidates = candidates,
        UnitId = "dingxiang",
        CycleYear = 2026,
        StepCode = "SelfAssessment",
        Deadline = DeadlineSpec.InWorkingDays(5),
        InstanceId = "i1",
        ActivityExecutionId = "a1",
        BookmarkId = "b1",
    };

    /// <summary>Applies a command that must work, and gives the task after it.</summary>
    public HumanTask Do(HumanTask task, TaskCommand command)
    {
        var result = Desk.Handle(task, command);
        Assert.Empty(result.Problems);
        return result.Task;
    }

    /// <summary>Applies a command that must be refused for one rule, and gives the message.</summary>
    public string Refused<TRule>(HumanTask task, TaskCommand command)
        where TRule : OfficeRule
    {
        var result = Desk.Handle(task, command);
        Assert.Same(task, result.Task);
        Assert.Empty(result.Events);
        Assert.Empty(result.FollowUps);
        return Assert.Single(result.Problems, problem => problem.Code == typeof(TRule).Name).Message;
    }

    private static WorkingCalendar LoadShipped()
    {
        Stream[] streams = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "calendar"), "*.json").Select(File.OpenRead)];
        try
        {
            return WorkingCalendar.Load(streams);
        }
        finally
        {
            Array.ForEach(streams, stream => stream.Dispose());
        }
    }
}

using Kaohe.Assessment.Interviews;

namespace Kaohe.Server.Tasks.Forms.Records;

/// <summary>A talk.</summary>
public sealed class TalkRow
{
    /// <summary>谈话对象.</summary>
    public string With { get; set; } = string.Empty;

    /// <summary>职务.</summary>
    public string Post { get; set; } = string.Empty;

    /// <summary>Day.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Time of day.</summary>
    public TimeOnly? At { get; set; }

    /// <summary>Where.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>谈话人, at least two, separated by 、.</summary>
    public string Interviewers { get; set; } = string.Empty;

    /// <summary>谈话记录; only in the record.</summary>
    public string Record { get; set; } = string.Empty;

    // The form holds names; that two different people talk, and neither of them with themselves, holds for names as for ids.
    private Interview ToInterview() => new()
    {
        Id = "",
        UnitId = "",
        TeamId = "",
        IntervieweeId = With.Trim(),
        InterviewerIds = Interviewers.Split(['、', '，', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        PlannedAt = default,
    };

    internal void Check(string path, FormContext context, FormProblems problems)
    {
        problems.Text($"{path}.with", With, "谈话对象", 60);
        problems.Date($"{path}.on", On, "谈话日期");
        problems.DuringVisit($"{path}.on", $"与{(With.Length == 0 ? "谈话对象" : With)}的谈话", On, context);
        problems.Text($"{path}.place", Place, "谈话地点", 200);
        foreach (var problem in new TwoInterviewersRule(ToInterview()).Problems())
        {
            problems.Add(problem.Path == "intervieweeId" ? $"{path}.with" : $"{path}.interviewers", $"与{(With.Length == 0 ? "谈话对象" : With)}的谈话：{problem.Message}");
        }
    }
}

/// <summary>谈话安排.</summary>
public sealed class InterviewPlanForm : TaskForm
{
    /// <summary>The talks.</summary>
    public List<TalkRow> Talks { get; set; } = [];

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Visit;

    /// <inheritdoc/>
    public override void Prepare(FormContext context)
    {
        if (Talks.Count == 0)
        {
            Talks.Add(new TalkRow { On = context.Facts.Visit?.Arrives });
        }
    }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.When(Talks.Count == 0, "talks", "还没有安排谈话，请至少安排一人。");
        foreach (var (talk, index) in Talks.Select((talk, index) => (talk, index)))
        {
            talk.Check($"talks[{index}]", context, problems);
            problems.When(talk.At is null, $"talks[{index}].at", "请填写谈话时间。");
        }
    }
}

/// <summary>谈话记录; confidential.</summary>
public sealed class InterviewRecordForm : TaskForm
{
    /// <summary>The talks.</summary>
    public List<TalkRow> Talks { get; set; } = [];

    /// <summary>综合情况: what the talks say together, without names.</summary>
    public string Summary { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override FormNeeds Needs => FormNeeds.Talks | FormNeeds.Visit;

    /// <inheritdoc/>
    public override void Prepare(FormContext context)
    {
        if (Talks.Count == 0)
        {
            Talks.AddRange(context.Facts.Talks);
        }

        if (Talks.Count == 0)
        {
            Talks.Add(new TalkRow());
        }
    }

    /// <inheritdoc/>
    public override void Check(FormContext context, FormProblems problems)
    {
        problems.When(Talks.Count == 0, "talks", "还没有登记谈话，请至少登记一次。");
        foreach (var (talk, index) in Talks.Select((talk, index) => (talk, index)))
        {
            talk.Check($"talks[{index}]", context, problems);
            problems.Text($"talks[{index}].record", talk.Record, $"与{talk.With}的谈话记录");
            problems.When(talk.On > context.Today, $"talks[{index}].on", "谈话日期晚于今天，请在谈话后记录。");
        }

        problems.Text("summary", Summary, "综合情况");
    }
}

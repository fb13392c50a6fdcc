namespace Kaohe.Activities.Plans;

/// <summary>The words in which a step states its items.</summary>
public static class Items
{
    /// <summary>People do something.</summary>
    /// <param name="code">Code in the plan.</param>
    /// <param name="taskKind">One of <see cref="TaskKinds"/>.</param>
    /// <param name="title">Chinese title.</param>
    public static PlanItem Task(string code, string taskKind, string title) => new() { Code = code, Kind = PlanItemKind.Tasks, TaskKind = taskKind, Title = title };

    /// <summary>A document goes out.</summary>
    /// <param name="code">Code in the plan.</param>
    /// <param name="template">Name of the template.</param>
    /// <param name="title">Chinese title.</param>
    public static PlanItem Document(string code, string template, string title) => new() { Code = code, Kind = PlanItemKind.Document, Template = template, Title = title };

    /// <summary>A PDF letter goes to each unit.</summary>
    /// <param name="code">Code in the plan.</param>
    /// <param name="template">Name of the template.</param>
    /// <param name="title">Chinese title.</param>
    public static PlanItem Letters(string code, string template, string title) =>
        new() { Code = code, Kind = PlanItemKind.Letters, Template = template, Title = title, Scope = PlanScope.Audience };

    /// <summary>A period passes.</summary>
    /// <param name="code">Code in the plan.</param>
    /// <param name="title">Chinese name of the period.</param>
    /// <param name="period">The input that says how long, for example <c>3个工作日</c>.</param>
    public static PlanItem Period(string code, string title, Workflows.Activities.Model.Input<string> period) =>
        new() { Code = code, Kind = PlanItemKind.Wait, Title = title, Period = period };

    /// <summary>The system computes the scores.</summary>
    public static PlanItem Scores(string code, string title) => new() { Code = code, Kind = PlanItemKind.Scores, Title = title };

    /// <summary>The system proposes the grades.</summary>
    public static PlanItem Proposal(string code, string title) => new() { Code = code, Kind = PlanItemKind.Proposal, Title = title };

    /// <summary>The system puts the decided grades on record.</summary>
    public static PlanItem Grades(string code, string title) => new() { Code = code, Kind = PlanItemKind.Grades, Title = title };
}

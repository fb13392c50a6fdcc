using Kaohe.Activities;
using Kaohe.Documents.Templates;
using Kaohe.Office.People;
using Kaohe.Server.Shell.Http;

namespace Kaohe.Server.Delegations;

/// <summary>A delegation as it is asked for.</summary>
public sealed record DelegationRequest
{
    /// <summary>Tells a repeated request from a new one; null for a request that is not repeated.</summary>
    public string? OperationId { get; init; }

    /// <summary>Whose work is handed over; null for one's own. Another's only 考核办 and 管理员.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>Who stands in.</summary>
    public string? ProxyId { get; init; }

    /// <summary>First day, office time.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, office time.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether tasks are handed over.</summary>
    public bool Tasks { get; init; }

    /// <summary>Whether documents are handed over.</summary>
    public bool Documents { get; init; }

    /// <summary>Whether the proxy may also sign documents.</summary>
    public bool Signing { get; init; }

    /// <summary>Steps that it is limited to; empty for all.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Kinds of tasks and documents that it is limited to; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Why, e.g. 出差.</summary>
    public string? Reason { get; init; }

    /// <summary>The scope that it asks for.</summary>
    public DelegationScope Scope => new()
    {
        Works = (Tasks ? DelegatedWork.Tasks : DelegatedWork.None) | (Documents ? DelegatedWork.Documents : DelegatedWork.None),
        IncludesSigning = Signing,
        StepCodes = Steps,

        // Whoever may sign a kind of document gets the tasks that ask for it; whether the document is of the kind is asked then.
        Kinds = Kinds.Count > 0 && Signing ? [.. Kinds.Append(TaskKinds.SignOff).Distinct()] : Kinds,
    };

    /// <summary>What is missing or unknown, before the office's rules are asked.</summary>
    public IReadOnlyList<FieldProblem> Missing() =>
    [
        .. Unless(!string.IsNullOrWhiteSpace(ProxyId), "proxy", "请选择代理人。"),
        .. Unless(From is not null, "from", "请填写代理开始日期。"),
        .. Unless(To is not null, "to", "请填写代理结束日期。"),
        .. Unless(Reason is null or { Length: <= 200 }, "reason", "事由请不超过 200 字。"),
        .. Steps.Except(StepCodes.All).Select(step => new FieldProblem("steps", $"没有“{step}”这个环节，请从列表里选择。")),
        .. Kinds.Where(kind => !IsKnown(kind)).Select(kind => new FieldProblem("kinds", $"没有“{kind}”这种任务或公文，请从列表里选择。")),
    ];

    private static bool IsKnown(string kind) => TaskKindNames.All.Any(one => one.Key == kind) || TemplateCatalogue.All.Any(one => one.Name == kind);

    private static FieldProblem[] Unless(bool isRight, string path, string message) => isRight ? [] : [new FieldProblem(path, message)];
}

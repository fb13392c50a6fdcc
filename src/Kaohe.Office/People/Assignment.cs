namespace Kaohe.Office.People;

/// <summary>What came of looking for the people behind a task's candidates.</summary>
/// <param name="Assignees">Everybody behind the candidates, each after delegation; nobody twice.</param>
/// <param name="Problems">Why nobody was found; empty when somebody was.</param>
public sealed record Assignment(IReadOnlyList<ResolvedAssignee> Assignees, IReadOnlyList<Problem> Problems)
{
    /// <summary>The one person it falls to without a claim; none when several may claim it.</summary>
    public ResolvedAssignee? Only => Assignees is [var only] ? only : null;

    /// <summary>Finds the people behind candidates, applies delegation at this instant, and leaves out who must not have it.</summary>
    /// <param name="candidates">Persons, roles, units, posts, expression results.</param>
    /// <param name="work">What the work is, for the delegation's scope.</param>
    /// <param name="instant">When it is assigned.</param>
    /// <param name="directory">All people.</param>
    /// <param name="delegations">All delegations.</param>
    /// <param name="excludedIds">Who must not have it: for an approval, those who submitted.</param>
    public static Assignment Resolve(
        IReadOnlyList<Candidate> candidates,
        WorkScope work,
        DateTimeOffset instant,
        OfficeDirectory directory,
        DelegationBook delegations,
        IReadOnlyCollection<string>? excludedIds = null)
    {
        var excluded = excludedIds ?? [];
        ResolvedAssignee[] found =
        [
            .. directory.Expand(candidates)
                .Where(person => !excluded.Contains(person.Id))
                .Select(person => Resolve(person.Ref))
                .DistinctBy(resolved => resolved.Assignee.Id),
        ];
        return new Assignment(found, OfficeRule.Check([new SomebodyMustBeFound(candidates, found)]));

        // A proxy who submitted the matter must not decide it in the principal's name either: it stays with the principal.
        ResolvedAssignee Resolve(PersonRef person) => delegations.Resolve(person, work, instant) is var resolved && excluded.Contains(resolved.Assignee.Id)
            ? new ResolvedAssignee(person, Principal: null, [person], $"代理人{resolved.Assignee.Name}是提交人，仍由{person.Name}办理")
            : resolved;
    }
}

/// <summary>A task must find somebody; a flow that asks an empty post must not hang in silence.</summary>
/// <param name="candidates">Who was asked for.</param>
/// <param name="found">Who was found.</param>
public sealed class SomebodyMustBeFound(IReadOnlyList<Candidate> candidates, IReadOnlyList<ResolvedAssignee> found) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "candidates";

    /// <inheritdoc/>
    public override string Message => candidates.Count == 0
        ? "没有指定办理人，请填写人员、角色、单位或职务。"
        : $"找不到办理人：{string.Join('、', candidates.Select(Describe))}没有在岗人员（或只有提交人本人），请先配置人员。";

    /// <inheritdoc/>
    public override bool IsBroken() => found.Count == 0;

    private static string Describe(Candidate candidate) => string.Join('·', new[]
    {
        candidate.PersonId is { } person ? $"人员{person}" : null,
        candidate.UnitId is { } unit ? $"单位{unit}" : null,
        candidate.PostCode is { } post ? $"职务{post}" : null,
        candidate.Role is { } role ? $"角色{Role.LabelOf(role)}" : null,
    }.OfType<string>());
}

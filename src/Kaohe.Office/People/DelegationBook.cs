namespace Kaohe.Office.People;

/// <summary>All recorded delegations; answers who stands in for whom when work is assigned.</summary>
/// <param name="Delegations">On record, past and coming ones included.</param>
public sealed record DelegationBook(IReadOnlyList<Delegation> Delegations)
{
    /// <summary>Proxy of a proxy of a proxy is as far as work travels.</summary>
    public const int MaximumChain = 3;

    /// <summary>No delegation on record.</summary>
    public static DelegationBook Empty { get; } = new([]);

    /// <summary>What is wrong with a new delegation.</summary>
    /// <param name="delegation">The new one.</param>
    /// <param name="directory">All people.</param>
    /// <param name="today">Today, office time.</param>
    public IReadOnlyList<Problem> Check(Delegation delegation, OfficeDirectory directory, DateOnly today) => OfficeRule.Check(
    [
        new DelegationMustNotBeginInThePast(delegation, today),
        new DelegationMustEndAfterStart(delegation),
        new DelegationMustBeBounded(delegation),
        new DelegationMustCoverSomething(delegation),
        new ProxyMustBeAnother(delegation),
        new ProxyMustBeActive(delegation, directory),
        new ProxyMustBeColleague(delegation, directory),
        new DelegationMustNotOverlap(delegation, Delegations),
        new ReasonMustBeGivenForAnother(delegation),
        new OnlyThePrincipalGivesTheSignature(delegation),
        new RecorderMustNotBeProxy(delegation),
    ]);

    /// <summary>
    /// Who gets work meant for a person at an instant. The chain is bounded; a circle (everybody away for each other) leaves it with the principal.
    /// </summary>
    /// <param name="principal">Whom the work is meant for.</param>
    /// <param name="work">What it is.</param>
    /// <param name="instant">When it is assigned.</param>
    public ResolvedAssignee Resolve(PersonRef principal, WorkScope work, DateTimeOffset instant)
    {
        List<PersonRef> chain = [principal];
        while (ProxyOf(chain[^1].Id, work, instant) is { } proxy)
        {
            if (chain.Exists(person => person.Id == proxy.Id))
            {
                return new(principal, Principal: null, [principal], $"代理关系成环（{Names(chain)}→{proxy.Name}），仍由{principal.Name}办理");
            }

            if (chain.Count > MaximumChain)
            {
                return new(chain[^1], principal, chain, $"代理超过{MaximumChain}层，停在{chain[^1].Name}");
            }

            chain.Add(proxy);
        }

        return chain.Count == 1 ? new(principal, Principal: null, chain) : new(chain[^1], principal, chain);
    }

    /// <summary>The people somebody stands in for at an instant, directly or through others, with the scope that applies.</summary>
    /// <param name="proxyId">The person who stands in.</param>
    /// <param name="directory">All people.</param>
    /// <param name="instant">The instant.</param>
    public IReadOnlyList<StandIn> StandInsOf(string proxyId, OfficeDirectory directory, DateTimeOffset instant)
    {
        List<StandIn> found = [];
        Collect(proxyId, [], [proxyId]);
        return found;

        void Collect(string id, DelegationScope[] scopes, string[] seen)
        {
            foreach (var step in Delegations.Where(one => one.Proxy.Id == id && one.IsEffective(instant) && !seen.Contains(one.Principal.Id)))
            {
                DelegationScope[] all = [.. scopes, step.Scope];
                if (directory.Find(step.Principal.Id) is { } principal)
                {
                    found.Add(new StandIn(principal, all));
                }

                if (all.Length < MaximumChain)
                {
                    Collect(step.Principal.Id, all, [.. seen, step.Principal.Id]);
                }
            }
        }
    }

    private PersonRef? ProxyOf(string principalId, WorkScope work, DateTimeOffset instant) =>
        Delegations.FirstOrDefault(one => one.Principal.Id == principalId && one.Covers(work, instant))?.Proxy;

    private static string Names(IEnumerable<PersonRef> people) => string.Join('→', people.Select(person => person.Name));
}

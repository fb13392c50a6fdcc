namespace Kaohe.Office.People;

/// <summary>Somebody's right to act for another: every scope on the way must cover the work.</summary>
/// <param name="Principal">Who is away.</param>
/// <param name="Scopes">Scopes of the delegations from the principal to the proxy.</param>
public sealed record StandIn(Person Principal, IReadOnlyList<DelegationScope> Scopes)
{
    /// <summary>Whether it covers a piece of work.</summary>
    /// <param name="work">The work.</param>
    public bool Covers(WorkScope work) => Scopes.All(scope => scope.Covers(work));
}

/// <summary>The person at the other end of a page, a mail link or a reply, with everything that authorization asks about.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="StandsInFor">Whom the person stands in for now; from <see cref="DelegationBook.StandInsOf"/>.</param>
public sealed record Actor(Person Person, IReadOnlyList<StandIn> StandsInFor)
{
    /// <summary>The product itself: the clock and the engine, not a person; no access is asked of it.</summary>
    public static Actor System { get; } = new(new Person { Id = "system", Name = "系统" }, []);

    /// <summary>A person without delegations.</summary>
    /// <param name="person">Who it is.</param>
    public static Actor Of(Person person) => new(person, []);

    /// <summary>Stable id.</summary>
    public string Id => Person.Id;

    /// <summary>Name as shown.</summary>
    public string Name => Person.Name;

    /// <summary>Whether the person holds a role.</summary>
    /// <param name="role">The role.</param>
    public bool Is(Role role) => Person.Roles.Contains(role.Code);
}

namespace Kaohe.Office.People;

/// <summary>What a person may do with a recorded delegation.</summary>
[Flags]
public enum DelegationRights
{
    /// <summary>Nothing: the person is answered as if there were no such delegation.</summary>
    None = 0,

    /// <summary>See it.</summary>
    Read = 1,

    /// <summary>收回: end it early.</summary>
    Revoke = 2,
}

/// <summary>The ONE place that decides who may see, record or end a delegation.</summary>
public static class DelegationAccess
{
    /// <summary>Whether a person sees everybody's delegations: 考核办 and 管理员.</summary>
    /// <param name="actor">The person.</param>
    public static bool SeesAll(Actor actor) => actor.Is(Role.Office) || actor.Is(Role.Administrator);

    /// <summary>Whether a person may record a delegation of somebody's work: their own, or as 考核办 and 管理员 that of who cannot do it.</summary>
    /// <param name="principalId">Whose work.</param>
    /// <param name="actor">The person.</param>
    public static bool MayRecord(string principalId, Actor actor) => principalId == actor.Id || SeesAll(actor);

    /// <summary>What a person may do with a delegation.</summary>
    /// <param name="delegation">The delegation.</param>
    /// <param name="actor">The person.</param>
    public static DelegationRights Of(Delegation delegation, Actor actor) =>
        delegation.Principal.Id == actor.Id || SeesAll(actor) ? DelegationRights.Read | DelegationRights.Revoke
        : delegation.Proxy.Id == actor.Id ? DelegationRights.Read
        : DelegationRights.None;
}

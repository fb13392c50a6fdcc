using Kaohe.Office.People;

namespace Kaohe.Office.Tasks;

/// <summary>What a person may do with a task; the state decides in the command whether it is possible now.</summary>
[Flags]
public enum TaskRights
{
    /// <summary>Nothing: the person is answered as if there were no such task.</summary>
    None = 0,

    /// <summary>See that it exists: title, state, people, deadline.</summary>
    ReadHeader = 1,

    /// <summary>Read what to do, what was submitted, comments and attachments.</summary>
    ReadContent = 2,

    /// <summary>签收: take it (as a candidate, as the principal, or as a proxy).</summary>
    Claim = 4,

    /// <summary>办理: draft, complete, return, hand over, delegate, release.</summary>
    Act = 8,

    /// <summary>交回 or call back a task that is lent (委派).</summary>
    GiveBack = 16,

    /// <summary>Comment.</summary>
    Comment = 32,

    /// <summary>催办.</summary>
    Urge = 64,

    /// <summary>抄送.</summary>
    Copy = 128,

    /// <summary>撤回 one's own submission.</summary>
    Withdraw = 256,

    /// <summary>考核办: change the deadline, substitute, close, add and take away signers.</summary>
    Manage = 512,

    /// <summary>Commands of the product itself: suspend, resume, reopen, turns, cancel.</summary>
    System = 1024,

    /// <summary>Header and content.</summary>
    Read = ReadHeader | ReadContent,
}

/// <summary>Answer of <see cref="TaskAccess"/>.</summary>
/// <param name="Rights">What the person may do.</param>
/// <param name="ClaimsFor">In whose place the person would claim it, when only a delegation gives the right to.</param>
public sealed record TaskAccessDecision(TaskRights Rights, PersonRef? ClaimsFor)
{
    /// <summary>Whether all the rights are given.</summary>
    /// <param name="rights">One or more rights.</param>
    public bool Allows(TaskRights rights) => (Rights & rights) == rights;
}

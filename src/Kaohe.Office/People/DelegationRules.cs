namespace Kaohe.Office.People;

/// <summary>The last day must not lie before the first.</summary>
/// <param name="delegation">The new delegation.</param>
public sealed class DelegationMustEndAfterStart(Delegation delegation) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "to";

    /// <inheritdoc/>
    public override string Message => $"代理结束日期{delegation.To:yyyy-MM-dd}早于开始日期{delegation.From:yyyy-MM-dd}，请改正。";

    /// <inheritdoc/>
    public override bool IsBroken() => delegation.To < delegation.From;
}

/// <summary>What was done yesterday was done without it: a delegation is recorded before it holds.</summary>
/// <param name="delegation">The new delegation.</param>
/// <param name="today">Today, office time.</param>
public sealed class DelegationMustNotBeginInThePast(Delegation delegation, DateOnly today) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "from";

    /// <inheritdoc/>
    public override string Message => $"代理开始日期{delegation.From:yyyy-MM-dd}已经过去，请从今天（{today:yyyy-MM-dd}）或以后开始。";

    /// <inheritdoc/>
    public override bool IsBroken() => delegation.From < today;
}

/// <summary>Nobody hands over their office for good.</summary>
/// <param name="delegation">The new delegation.</param>
public sealed class DelegationMustBeBounded(Delegation delegation) : OfficeRule
{
    /// <summary>The longest, in days.</summary>
    public const int MostDays = 366;

    /// <inheritdoc/>
    public override string Path => "to";

    /// <inheritdoc/>
    public override string Message => "一次代理最长一年，请把结束日期提前，到期后可以再办。";

    /// <inheritdoc/>
    public override bool IsBroken() => delegation.To.DayNumber - delegation.From.DayNumber >= MostDays;
}

/// <summary>A delegation of nothing helps nobody, and a signature is an act on a document.</summary>
/// <param name="delegation">The new delegation.</param>
public sealed class DelegationMustCoverSomething(Delegation delegation) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "works";

    /// <inheritdoc/>
    public override string Message => delegation.Scope.Works == DelegatedWork.None
        ? "请选择代理的工作：任务、公文，或两者。"
        : "代为签发属于公文，请同时选择“公文”。";

    /// <inheritdoc/>
    public override bool IsBroken() => delegation.Scope.Works == DelegatedWork.None
        || (delegation.Scope.IncludesSigning && !delegation.Scope.Works.HasFlag(DelegatedWork.Documents));
}

/// <summary>Nobody stands in for themselves.</summary>
/// <param name="delegation">The new delegation.</param>
public sealed class ProxyMustBeAnother(Delegation delegation) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "proxy";

    /// <inheritdoc/>
    public override string Message => "不能把工作委托给本人，请另选代理人。";

    /// <inheritdoc/>
    public override bool IsBroken() => delegation.Proxy.Id == delegation.Principal.Id;
}

/// <summary>The proxy must be somebody who can be given work.</summary>
/// <param name="delegation">The new delegation.</param>
/// <param name="directory">All people.</param>
public sealed class ProxyMustBeActive(Delegation delegation, OfficeDirectory directory) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "proxy";

    /// <inheritdoc/>
    public override string Message => $"{delegation.Proxy.Name}不在岗或没有账号，请另选代理人。";

    /// <inheritdoc/>
    public override bool IsBroken() => directory.FindActive(delegation.Proxy.Id) is null;
}

/// <summary>A unit's work stays in the unit; those who run the assessment stand in for each other.</summary>
/// <param name="delegation">The new delegation.</param>
/// <param name="directory">All people.</param>
public sealed class ProxyMustBeColleague(Delegation delegation, OfficeDirectory directory) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "proxy";

    /// <inheritdoc/>
    public override string Message => $"{delegation.Proxy.Name}不是本单位人员，请在本单位内另选代理人。";

    /// <summary>Whether two people may stand in for each other.</summary>
    /// <param name="one">One.</param>
    /// <param name="two">The other.</param>
    public static bool AreColleagues(Person one, Person two) => one.UnitIds.Intersect(two.UnitIds).Any() || (IsStaff(one) && IsStaff(two));

    /// <inheritdoc/>
    public override bool IsBroken() =>
        directory.Find(delegation.Principal.Id) is { } principal && directory.Find(delegation.Proxy.Id) is { } proxy && !AreColleagues(principal, proxy);

    private static bool IsStaff(Person person) => person.Roles.Any(role => role != Role.Unit.Code);
}

/// <summary>At one time one piece of work has one proxy: two delegations of a person must not overlap in days and scope.</summary>
/// <param name="delegation">The new delegation.</param>
/// <param name="existing">The delegations on record.</param>
public sealed class DelegationMustNotOverlap(Delegation delegation, IReadOnlyList<Delegation> existing) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "from";

    /// <inheritdoc/>
    public override string Message
    {
        get
        {
            var other = Other()!;
            return $"{delegation.Principal.Name}在{other.From:yyyy-MM-dd}至{other.To:yyyy-MM-dd}已委托{other.Proxy.Name}代理同样的工作，请先收回或改日期。";
        }
    }

    /// <inheritdoc/>
    public override bool IsBroken() => Other() is not null;

    private Delegation? Other() => existing.FirstOrDefault(other =>
        other.Id != delegation.Id
        && other.RevokedAt is null
        && other.Principal.Id == delegation.Principal.Id
        && other.From <= delegation.To && delegation.From <= other.To
        && other.Scope.Overlaps(delegation.Scope));
}

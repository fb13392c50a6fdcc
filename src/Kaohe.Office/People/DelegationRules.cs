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

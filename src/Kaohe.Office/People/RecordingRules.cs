namespace Kaohe.Office.People;

/// <summary>Whoever hands over another's work says why.</summary>
/// <param name="delegation">The new delegation.</param>
public sealed class ReasonMustBeGivenForAnother(Delegation delegation) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "reason";

    /// <inheritdoc/>
    public override string Message => $"替{delegation.Principal.Name}登记代理须写明事由，例如 生病住院，本人无法办理。";

    /// <inheritdoc/>
    public override bool IsBroken() => delegation.RecordedBy is not null && string.IsNullOrWhiteSpace(delegation.Reason);
}

/// <summary>A signature stands for the person: nobody but the person can let another give it.</summary>
/// <param name="delegation">The new delegation.</param>
public sealed class OnlyThePrincipalGivesTheSignature(Delegation delegation) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "works";

    /// <inheritdoc/>
    public override string Message => $"公文签发和签字只能由{delegation.Principal.Name}本人授权，请不要选；确实急需的，公文改由其他领导签发。";

    /// <inheritdoc/>
    public override bool IsBroken() => delegation.RecordedBy is not null && delegation.Scope.IncludesSigning;
}

/// <summary>Nobody gives themselves another's authority.</summary>
/// <param name="delegation">The new delegation.</param>
public sealed class RecorderMustNotBeProxy(Delegation delegation) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "proxy";

    /// <inheritdoc/>
    public override string Message => "不能登记由您自己代理他人，请另选代理人，或者请另一位同事登记。";

    /// <inheritdoc/>
    public override bool IsBroken() => delegation.RecordedBy is { } recorder && recorder.Id == delegation.Proxy.Id;
}

using Kaohe.Office.People;

namespace Kaohe.Office;

/// <summary>An operation id stands for one intention; used for another it is refused.</summary>
/// <param name="operationId">The id.</param>
public sealed class OperationMustBeNew(string operationId) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "operationId";

    /// <inheritdoc/>
    public override string Message => $"操作编号{operationId}已用于另一项操作，请刷新页面后重试。";

    /// <inheritdoc/>
    public override bool IsBroken() => true;
}

/// <summary>A command is meant for the task or document as the page showed it; the product itself looks at no page.</summary>
/// <param name="revision">Revision now.</param>
/// <param name="command">What is asked.</param>
public sealed class RevisionMustMatch(long revision, OfficeCommand command) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "expectedRevision";

    /// <inheritdoc/>
    public override string Message => command.ExpectedRevision is { } expected
        ? $"内容已有变化（您看到的是第{expected}版，现在是第{revision}版），请刷新页面后再操作。"
        : "没有说明依据的版本，请刷新页面后再操作。";

    /// <inheritdoc/>
    public override bool IsBroken() => command.ExpectedRevision is { } expected
        ? expected != revision
        : command.NeedsRevision && !ReferenceEquals(command.Actor, Actor.System);
}

/// <summary>A change that concerns another person needs a reason, for the history.</summary>
/// <param name="reason">The reason given.</param>
/// <param name="verb">What it is a reason for.</param>
public sealed class ReasonMustBeGiven(string? reason, string verb) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "reason";

    /// <inheritdoc/>
    public override string Message => $"请写明{verb}的原因。";

    /// <inheritdoc/>
    public override bool IsBroken() => string.IsNullOrWhiteSpace(reason);
}

/// <summary>A message must say something.</summary>
/// <param name="text">The message.</param>
public sealed class TextMustBeGiven(string text) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "text";

    /// <inheritdoc/>
    public override string Message => "内容是空的，请填写。";

    /// <inheritdoc/>
    public override bool IsBroken() => string.IsNullOrWhiteSpace(text);
}

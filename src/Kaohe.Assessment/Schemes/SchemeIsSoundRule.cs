namespace Kaohe.Assessment.Schemes;

/// <summary>Only a scheme without problems is approved.</summary>
/// <param name="scheme">The scheme.</param>
public sealed class SchemeIsSoundRule(Scheme scheme) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）一：制定和完善考核办法";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() => SchemeGuard.Check(scheme);
}

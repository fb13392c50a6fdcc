namespace Kaohe.Assessment;

/// <summary>An act fits where a record stands: no step is skipped or done twice.</summary>
/// <typeparam name="TState">The states of the record.</typeparam>
/// <param name="record">The record's Chinese name.</param>
/// <param name="state">Where it stands.</param>
/// <param name="name">The Chinese name of a state.</param>
/// <param name="allowed">Where it may stand.</param>
public sealed class FitsStateRule<TState>(string record, TState state, Func<TState, string> name, params IReadOnlyList<TState> allowed) : Rule
    where TState : struct, Enum
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（二）四：严格考核程序，遵守程序不变通";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (!allowed.Contains(state))
        {
            yield return new Problem(
                "state",
                $"{record}目前为“{name(state)}”，此项操作只能在{string.Concat(allowed.Select(each => $"“{name(each)}”"))}时进行，请刷新后再看。");
        }
    }
}

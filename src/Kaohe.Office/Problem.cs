namespace Kaohe.Office;

/// <summary>One thing that is wrong with what a person asked for; commands and checks return all of them at once.</summary>
/// <param name="Code">Stable name of the broken rule, e.g. <c>RevisionMustMatch</c>; never shown.</param>
/// <param name="Path">Where it is wrong, e.g. <c>data.readings[2].value</c>; empty when it concerns the whole.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
public sealed record Problem(string Code, string Path, string Message);

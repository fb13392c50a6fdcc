namespace Kaohe.Assessment;

/// <summary>One thing that is wrong with an input.</summary>
/// <param name="Path">Where: a property path such as <c>ballots.kinds[A].weight</c>.</param>
/// <param name="Message">Chinese: what is wrong and what to do about it.</param>
public sealed record Problem(string Path, string Message);

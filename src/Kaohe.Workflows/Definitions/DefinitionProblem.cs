namespace Kaohe.Workflows.Definitions;

/// <summary>Something in a definition that a person should mend.</summary>
/// <param name="Path">Where, as a JSON path, for example <c>root.activities[2].text</c>.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
/// <param name="IsError">Whether it prevents publication; a warning does not.</param>
public sealed record DefinitionProblem(string Path, string Message, bool IsError = true);

namespace Kaohe.Server.Documents.Templates;

/// <summary>A version of a template.</summary>
/// <param name="Number">0 for the shipped one.</param>
/// <param name="Note">What was changed.</param>
/// <param name="ByName">Who put it in force; null for the shipped one.</param>
/// <param name="At">When; null for the shipped one.</param>
/// <param name="IsInForce">Whether papers are made from it.</param>
public sealed record TemplateVersion(int Number, string Note, string? ByName, DateTimeOffset? At, bool IsInForce)
{
    /// <summary>“原版” or “第2版”.</summary>
    public string Label => Number == 0 ? "原版" : $"第{Number}版";
}

/// <summary>A template as the list shows it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Step">Where it is used, in Chinese.</param>
/// <param name="About">One sentence.</param>
/// <param name="Fields">How many fields it may use.</param>
/// <param name="InForce">The version that papers are made from.</param>
public sealed record TemplateLine(string Name, string Step, string About, int Fields, TemplateVersion InForce);

/// <summary>What came of an upload.</summary>
/// <param name="Problems">Everything that was found, advice included; nothing was changed while one of them blocks.</param>
/// <param name="Number">Number of the new version; null when there is none.</param>
public sealed record TemplateUpload(IReadOnlyList<Kaohe.Documents.DocumentProblem> Problems, int? Number);

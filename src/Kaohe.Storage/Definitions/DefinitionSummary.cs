using System.Linq.Expressions;

namespace Kaohe.Storage.Definitions;

/// <summary>A version of a definition in a list, without its drawing.</summary>
/// <param name="Id">Version row.</param>
/// <param name="DefinitionId">The definition.</param>
/// <param name="Name">Name; null when unnamed.</param>
/// <param name="Description">Description; null when none.</param>
/// <param name="Version">Version number.</param>
/// <param name="IsLatest">Whether it is the newest.</param>
/// <param name="IsPublished">Whether new instances run it.</param>
/// <param name="IsReadonly">Whether the designer may not change it.</param>
/// <param name="IsSystem">Whether lists hide it.</param>
/// <param name="ProviderName">Who supplied it; null when drawn by the office.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record DefinitionSummary(
    string Id, string DefinitionId, string? Name, string? Description, int Version, bool IsLatest, bool IsPublished, bool IsReadonly, bool IsSystem,
    string? ProviderName, DateTimeOffset CreatedAt)
{
    internal static Expression<Func<WorkflowDefinitionRow, DefinitionSummary>> OfRow { get; } = d => new DefinitionSummary(
        d.Id, d.DefinitionId, d.Name, d.Description, d.Version, d.IsLatest, d.IsPublished, d.IsReadonly, d.IsSystem, d.ProviderName, d.CreatedAt);
}

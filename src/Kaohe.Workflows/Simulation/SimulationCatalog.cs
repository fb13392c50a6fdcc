using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution;

namespace Kaohe.Workflows.Simulation;

/// <summary>The definitions of one simulation, compiled once each.</summary>
public sealed class SimulationCatalog : IWorkflowCatalog
{
    private readonly Dictionary<string, CompiledWorkflow> _published = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledWorkflow> _versions = new(StringComparer.Ordinal);

    /// <summary>Compiles the definitions. Where none of a definition's versions is published, its newest one counts as published.</summary>
    /// <exception cref="DefinitionException">A definition cannot be compiled.</exception>
    public SimulationCatalog(ActivityRegistry registry, IReadOnlyList<WorkflowDefinition> definitions)
    {
        var byDefinition = definitions.GroupBy(d => d.DefinitionId).ToDictionary(g => g.Key, Published);
        var byVersion = definitions.DistinctBy(d => d.Id).ToDictionary(d => d.Id);
        var byName = definitions.Where(d => d.Name is not null).DistinctBy(d => d.Name).ToDictionary(d => d.Name!.Replace(" ", "", StringComparison.Ordinal));
        var compiler = new WorkflowCompiler(registry, (id, version) =>
            (version is null ? null : byVersion.GetValueOrDefault(version)) ?? (id is null ? null : byDefinition.GetValueOrDefault(id) ?? byName.GetValueOrDefault(id)));
        foreach (var definition in byVersion.Values)
        {
            _versions[definition.Id] = compiler.Compile(definition);
        }

        foreach (var (id, definition) in byDefinition)
        {
            _published[id] = _versions[definition.Id];
        }
    }

    /// <summary>All published versions.</summary>
    public IEnumerable<CompiledWorkflow> Published() => _published.Values;

    /// <inheritdoc/>
    public CompiledWorkflow? FindPublished(string definitionId) => _published.GetValueOrDefault(definitionId);

    /// <inheritdoc/>
    public CompiledWorkflow? FindVersion(string versionId) => _versions.GetValueOrDefault(versionId);

    private static WorkflowDefinition Published(IEnumerable<WorkflowDefinition> versions) =>
        versions.OrderByDescending(v => v.IsPublished).ThenByDescending(v => v.Version).First();
}

using Kaohe.Workflows.Activities.Composition;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Workflows.Compilation;

/// <summary>Finds definitions that are used as activities. Null means none can be found.</summary>
/// <param name="definitionId">The definition; null when only the version is known.</param>
/// <param name="versionId">The wanted version row; null for the published one.</param>
public delegate WorkflowDefinition? DefinitionLookup(string? definitionId, string? versionId);

/// <summary>Turns definitions into <see cref="CompiledWorkflow"/>. Cache the result by version row: a version never changes while it is published.</summary>
/// <param name="registry">The activity types.</param>
/// <param name="lookup">Finds definitions used as activities; null when there are none.</param>
public sealed class WorkflowCompiler(ActivityRegistry registry, DefinitionLookup? lookup = null)
{
    /// <summary>The most activities one definition may hold.</summary>
    public const int MaxActivities = 200_000;

    /// <summary>The registry in use.</summary>
    public ActivityRegistry Registry => registry;

    /// <summary>Compiles a definition.</summary>
    /// <exception cref="DefinitionException">The definition cannot run at all (too many activities).</exception>
    public CompiledWorkflow Compile(WorkflowDefinition definition)
    {
        var loader = new ActivityLoader(registry, lookup);
        var id = loader.WorkflowId(definition);
        var root = new WorkflowActivity
        {
            Id = id,
            NodeId = id,
            Type = WorkflowActivity.TypeName,
            Descriptor = registry.Find(WorkflowActivity.TypeName, 1)!.Descriptor,
            Variables = definition.Variables,
        };
        loader.Enter(definition.DefinitionId);
        loader.Add(root);
        root.RootActivity = loader.LoadActivity(definition.Root, root, "root");
        return new CompiledWorkflow(definition, root, loader.Activities, loader.Problems);
    }
}

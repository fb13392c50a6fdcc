using Kaohe.Storage;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Validation;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Operations.Flows;

/// <summary>Everything that is looked at before a definition is published: the engine's own checks and those of the features.</summary>
/// <param name="registry">Activity types.</param>
/// <param name="databases">Definitions that are used as activities.</param>
/// <param name="checks">Checks of the features.</param>
/// <param name="clock">The time of the check.</param>
public sealed class FlowChecks(ActivityRegistry registry, IDbContextFactory<KaoheDb> databases, IEnumerable<IPublicationCheck> checks, TimeProvider clock)
{
    /// <summary>All problems of a definition, errors first.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<DefinitionProblem>> CheckAsync(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var compiler = new WorkflowCompiler(registry, FindUsedAsActivity);
        var now = clock.GetUtcNow();
        var problems = new List<DefinitionProblem>(new DefinitionValidator(compiler).Validate(definition, now));
        try
        {
            problems.AddRange(await CheckAsync(compiler.Compile(definition), now, cancellationToken));
        }
        catch (DefinitionException)
        {
            // It cannot be compiled; the validator has said why.
        }

        return [.. problems.Distinct().OrderByDescending(problem => problem.IsError)];
    }

    /// <summary>For <see cref="Kaohe.Storage.Definitions.DefinitionStore.PublishAsync"/>.</summary>
    /// <param name="workflow">The compiled definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<DefinitionProblem>> BeforePublicationAsync(CompiledWorkflow workflow, CancellationToken cancellationToken) =>
        CheckAsync(workflow.Definition, cancellationToken);

    private async Task<IReadOnlyList<DefinitionProblem>> CheckAsync(CompiledWorkflow workflow, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<DefinitionProblem> problems = [];
        foreach (var check in checks)
        {
            problems.AddRange(await check.CheckAsync(workflow, now, cancellationToken));
        }

        return problems;
    }

    private WorkflowDefinition? FindUsedAsActivity(string? definitionId, string? versionId)
    {
        using var db = databases.CreateDbContext();
        var row = db.WorkflowDefinitions.AsNoTracking().Where(row => row.Id == versionId || (row.DefinitionId == definitionId && (row.IsPublished || row.IsLatest)))
            .OrderByDescending(row => row.Id == versionId).ThenByDescending(row => row.IsPublished).FirstOrDefault();
        return row is null ? null : DefinitionJson.Read(row.Json);
    }
}

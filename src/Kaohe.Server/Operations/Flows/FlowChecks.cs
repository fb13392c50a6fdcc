using Kaohe.Activities;
using Kaohe.Activities.Publication;
using Kaohe.Office;
using Kaohe.Server.Identity.People;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Forms;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Operations.Flows;

/// <summary>Everything that is looked at before a definition is published: <see cref="PublicationCheck"/> and what other features add.</summary>
/// <param name="registry">Activity types.</param>
/// <param name="databases">Definitions that are used as activities.</param>
/// <param name="people">Whom tasks can be given to.</param>
/// <param name="more">Checks of other features.</param>
/// <param name="clock">The day of the check.</param>
public sealed class FlowChecks(ActivityRegistry registry, IDbContextFactory<KaoheDb> databases, IOfficePeople people, IEnumerable<IPublicationCheck> more, TimeProvider clock)
{
    /// <summary>All problems of a definition, errors first.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<DefinitionProblem>> CheckAsync(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var settings = new PublicationSettings
        {
            Compiler = new WorkflowCompiler(registry, FindUsedAsActivity),
            Today = OfficeTime.DateOf(now),
            Calendar = ActivityCalendar.Current,
            FormIds = await FormsAsync(cancellationToken),
            UnitIds = await UnitsAsync(cancellationToken),
            People = await people.DirectoryAsync(cancellationToken),
        };
        var problems = new List<DefinitionProblem>(PublicationCheck.Check(definition, settings));
        try
        {
            var workflow = settings.Compiler.Compile(definition);
            foreach (var check in more)
            {
                problems.AddRange(await check.CheckAsync(workflow, now, cancellationToken));
            }
        }
        catch (DefinitionException)
        {
            // It cannot be compiled; the check above has said why.
        }

        return [.. problems.Distinct().OrderByDescending(problem => problem.IsError)];
    }

    /// <summary>For <see cref="Kaohe.Storage.Definitions.DefinitionStore.PublishAsync"/>.</summary>
    /// <param name="workflow">The compiled definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<DefinitionProblem>> BeforePublicationAsync(CompiledWorkflow workflow, CancellationToken cancellationToken) =>
        CheckAsync(workflow.Definition, cancellationToken);

    private async Task<IReadOnlyCollection<string>> FormsAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Forms.AsNoTracking().Where(form => form.State == FormState.Published).Select(form => form.FormId).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyCollection<string>> UnitsAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Units.AsNoTracking().Where(unit => unit.IsActive).Select(unit => unit.Id).ToListAsync(cancellationToken);
    }

    private WorkflowDefinition? FindUsedAsActivity(string? definitionId, string? versionId)
    {
        using var db = databases.CreateDbContext();
        var row = db.WorkflowDefinitions.AsNoTracking().Where(row => row.Id == versionId || (row.DefinitionId == definitionId && (row.IsPublished || row.IsLatest)))
            .OrderByDescending(row => row.Id == versionId).ThenByDescending(row => row.IsPublished).FirstOrDefault();
        return row is null ? null : DefinitionJson.Read(row.Json);
    }
}

using System.Text.Json;
using Kaohe.Server.Operations.Flows;
using Kaohe.Storage.Definitions;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Validation;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>What came of a change: the version as it is now, or why there was none.</summary>
/// <param name="Definition">The version; null when there is none.</param>
/// <param name="AlreadyPublished">Whether it was published before.</param>
/// <param name="Problems">What keeps it from being saved or published.</param>
internal sealed record DefinitionChange(WorkflowDefinition? Definition, bool AlreadyPublished, IReadOnlyList<DefinitionProblem> Problems)
{
    public static DefinitionChange Of(WorkflowDefinition? definition) => new(definition, AlreadyPublished: false, []);

    public static DefinitionChange Refused(params IReadOnlyList<DefinitionProblem> problems) => new(null, AlreadyPublished: false, problems);

    public bool IsRefused => Problems.Any(problem => problem.IsError);
}

/// <summary>Changes definitions for Studio.</summary>
/// <param name="queries">Reads definitions.</param>
/// <param name="store">Stores definitions.</param>
/// <param name="checks">Checks before publication.</param>
/// <param name="intake">Reads what Studio posts.</param>
internal sealed class DefinitionDesk(DefinitionQueries queries, DefinitionStore store, FlowChecks checks, DefinitionIntake intake)
{
    private static readonly DefinitionProblem _readonly = new("isReadonly", "这个流程是只读的，不能修改。请另存为新的流程。");

    /// <summary>Saves a model as a draft, and publishes it when asked. A draft may have problems; what nobody could read again is refused.</summary>
    public async Task<DefinitionChange> SaveAsync(JsonElement model, bool publish, CancellationToken cancellationToken)
    {
        try
        {
            var id = model.ValueKind == JsonValueKind.Object && model.TryGetProperty("definitionId", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
            var stored = string.IsNullOrEmpty(id) ? null : await queries.FindAsync(id, VersionSelection.Latest, cancellationToken);
            if (stored is { IsReadonly: true })
            {
                return DefinitionChange.Refused(_readonly);
            }

            var definition = await intake.ReadAsync(model, stored, cancellationToken);
            var problems = DefinitionValidator.CheckDraft(definition);
            if (problems.Any(problem => problem.IsError))
            {
                return DefinitionChange.Refused(problems);
            }

            return publish
                ? Change(await store.SaveAndPublishAsync(definition, origin: null, checks.BeforePublicationAsync, cancellationToken))
                : DefinitionChange.Of(await store.SaveDraftAsync(definition, origin: null, cancellationToken));
        }
        catch (DefinitionException exception)
        {
            return DefinitionChange.Refused(exception.Problems);
        }
    }

    /// <summary>Publishes the newest version.</summary>
    public async Task<DefinitionChange> PublishAsync(string definitionId, CancellationToken cancellationToken) =>
        Change(await store.PublishAsync(definitionId, checks.BeforePublicationAsync, cancellationToken));

    private static DefinitionChange Change(PublishResult result) =>
        result.HasErrors ? DefinitionChange.Refused(result.Problems) : new DefinitionChange(result.Definition, result.AlreadyPublished, []);
}

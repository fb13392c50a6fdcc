using System.Security.Claims;
using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Paging;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>Endpoints that retract, bring back and delete versions of one definition.</summary>
internal static class DefinitionActsApi
{
    public static void MapDefinitionActs(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/workflow-definitions/{definitionId}");
        definitions.MapPost("/retract", RetractAsync).ForEditors();
        definitions.MapDelete("/", async (string definitionId, DefinitionStore store, HttpResponse response, CancellationToken cancellationToken) =>
            Deleted(await store.DeleteAsync(definitionId, cancellationToken), response)).ForEditors();
        definitions.MapGet("/versions", VersionsAsync).ForViewers();
        definitions.MapDelete("/version/{version:int}", DeleteNumberAsync).ForEditors();
        definitions.MapPost("/revert/{version:int}", RevertAsync).ForEditors();
        definitions.MapGet("/consumers", async (string definitionId, DefinitionReferences references, CancellationToken cancellationToken) => ElsaJson.Ok(new
        {
            ConsumingWorkflowDefinitionIds = (await references.ConsumersAsync(definitionId, cancellationToken)).Select(consumer => consumer.DefinitionId),
        })).ForViewers();
        definitions.MapPost("/update-references", async (string definitionId, DefinitionReferences references, CancellationToken cancellationToken) =>
            ElsaJson.Ok(new { AffectedWorkflows = await references.UpdateAsync(definitionId, cancellationToken) })).ForEditors();
        api.MapDelete("/workflow-definition-versions/{id}", async (string id, DefinitionStore store, HttpResponse response, CancellationToken cancellationToken) =>
            Deleted(await store.DeleteVersionAsync(id, cancellationToken), response)).ForEditors();

        // Definitions are read from the database at every use; there is nothing to refresh.
        api.MapPost("/actions/workflow-definitions/refresh", RefreshAsync).ForEditors();
        api.MapPost("/actions/workflow-definitions/reload", () => TypedResults.NoContent()).ForEditors();
    }

    /// <summary>Why nothing was deleted; null when it was, or when there was nothing.</summary>
    public static string? Obstacle(DeleteResult result) =>
        result.InstancesInTheWay > 0 ? $"有 {result.InstancesInTheWay} 个流程实例使用这个流程（版本），为保留办理记录不能删除。不再使用时请撤回发布。" : null;

    private static IResult Deleted(DeleteResult result, HttpResponse response)
    {
        if (result.Deleted > 0)
        {
            return TypedResults.NoContent();
        }

        if (Obstacle(result) is not { } obstacle)
        {
            return ElsaAnswers.Missing(); // Studio goes on: a repeated request
        }

        response.Note(obstacle);
        return ElsaJson.Ok(new { Deleted = 0, Message = obstacle });
    }

    // Retracting what is not published is answered with the version as it is: a repeated request.
    private static async Task<IResult> RetractAsync(
        string definitionId, DefinitionStore store, DefinitionQueries queries, DefinitionViews views, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        (await store.RetractAsync(definitionId, cancellationToken) ?? await queries.FindAsync(definitionId, VersionSelection.Latest, cancellationToken)) is { } definition
            ? ElsaJson.Ok(await views.FullAsync(definition, user, cancellationToken))
            : ElsaAnswers.Missing();

    private static async Task<IResult> VersionsAsync(string definitionId, DefinitionQueries queries, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var filter = new DefinitionFilter { DefinitionIds = [definitionId], OrderBy = DefinitionOrder.Version, Descending = true };
        return ElsaJson.List((await queries.ListAsync(filter, new PageRequest(0, PageRequest.MaxTake), cancellationToken)).Items.Select(row => DefinitionViews.Summary(row, user)));
    }

    private static async Task<IResult> DeleteNumberAsync(
        string definitionId, int version, DefinitionStore store, DefinitionQueries queries, HttpResponse response, CancellationToken cancellationToken) =>
        await queries.FindAsync(definitionId, VersionSelection.Of(version), cancellationToken) is { } found
            ? Deleted(await store.DeleteVersionAsync(found.Id, cancellationToken), response)
            : ElsaAnswers.Missing();

    private static async Task<IResult> RevertAsync(
        string definitionId, int version, DefinitionStore store, DefinitionQueries queries, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await store.RevertAsync(definitionId, version, cancellationToken) is not { } draft)
        {
            return ElsaAnswers.Missing();
        }

        var rows = await queries.ListAsync(new DefinitionFilter { Ids = [draft.Id] }, new PageRequest(0, 1), cancellationToken);
        return ElsaJson.Ok(DefinitionViews.Summary(rows.Items[0], user));
    }

    private static async Task<IResult> RefreshAsync(DefinitionIdsRequest request, DefinitionQueries queries, CancellationToken cancellationToken)
    {
        List<string> ids = [.. request.DefinitionIds ?? []];
        var known = ids.Count == 0 ? [] : (await queries.ListAsync(
            new DefinitionFilter { DefinitionIds = ids, Versions = VersionSelection.Latest }, new PageRequest(0, PageRequest.MaxTake), cancellationToken)).Items.Select(row => row.DefinitionId).ToHashSet();
        return ElsaJson.Ok(new { Refreshed = ids.Where(known.Contains), NotFound = ids.Where(id => !known.Contains(id)) });
    }
}

using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Definitions;

namespace Kaohe.Server.Elsa.Definitions;

/// <summary>Definitions that something is to be done to.</summary>
internal sealed record DefinitionIdsRequest(IReadOnlyList<string>? DefinitionIds);

/// <summary>Rows that something is to be done to.</summary>
internal sealed record IdsRequest(IReadOnlyList<string>? Ids);

/// <summary>Endpoints that do one thing to many definitions; each is done by itself, and the answer says which were.</summary>
internal static class DefinitionBulkApi
{
    public static void MapDefinitionBulk(this IEndpointRouteBuilder api)
    {
        var bulk = api.MapGroup("/bulk-actions");
        bulk.MapPost("/delete/workflow-definitions/by-definition-id", (DefinitionIdsRequest request, DefinitionStore store, HttpResponse response, CancellationToken cancellationToken) =>
            DeleteAsync(request.DefinitionIds, store.DeleteAsync, response, cancellationToken)).ForEditors();
        bulk.MapPost("/delete/workflow-definitions/by-id", (IdsRequest request, DefinitionStore store, HttpResponse response, CancellationToken cancellationToken) =>
            DeleteAsync(request.Ids, store.DeleteVersionAsync, response, cancellationToken)).ForEditors();
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync).ForEditors();
        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync).ForEditors();
    }

    private static async Task<IResult> DeleteAsync(
        IReadOnlyList<string>? ids, Func<string, CancellationToken, Task<DeleteResult>> delete, HttpResponse response, CancellationToken cancellationToken)
    {
        var deleted = 0;
        List<string> kept = [];
        foreach (var id in (ids ?? []).Distinct())
        {
            var result = await delete(id, cancellationToken);
            deleted += result.Deleted > 0 ? 1 : 0;
            if (DefinitionActsApi.Obstacle(result) is { } obstacle)
            {
                kept.Add(obstacle);
            }
        }

        if (kept.Count > 0)
        {
            response.Note($"{kept.Count} 个流程（版本）没有删除：{kept[0]}");
        }

        return ElsaJson.Ok(new { Deleted = deleted });
    }

    private static async Task<IResult> PublishAsync(DefinitionIdsRequest request, DefinitionDesk desk, DefinitionReferences references, HttpResponse response, CancellationToken cancellationToken)
    {
        List<string> published = [], already = [], missing = [], updated = [], refused = [];
        foreach (var id in (request.DefinitionIds ?? []).Distinct())
        {
            var change = await desk.PublishAsync(id, cancellationToken);
            if (change.IsRefused)
            {
                refused.Add($"“{id}”{change.Problems.First(problem => problem.IsError).Message}");
            }
            else if (change.Definition is null)
            {
                missing.Add(id);
            }
            else if (change.AlreadyPublished)
            {
                already.Add(id);
            }
            else
            {
                published.Add(id);
                updated.AddRange(change.Definition.Options.AutoUpdateConsumingWorkflows ? await references.UpdateAsync(id, cancellationToken) : []);
            }
        }

        if (refused.Count > 0)
        {
            response.Note($"{refused.Count} 个流程没有发布：{string.Join("；", refused.Take(3))}");
        }

        return ElsaJson.Ok(new { Published = published, AlreadyPublished = already, NotFound = missing, UpdatedConsumers = updated });
    }

    private static async Task<IResult> RetractAsync(DefinitionIdsRequest request, DefinitionStore store, DefinitionQueries queries, CancellationToken cancellationToken)
    {
        List<string> retracted = [], already = [], missing = [];
        foreach (var id in (request.DefinitionIds ?? []).Distinct())
        {
            var list = await store.RetractAsync(id, cancellationToken) is not null ? retracted
                : await queries.FindAsync(id, VersionSelection.Latest, cancellationToken) is not null ? already
                : missing;
            list.Add(id);
        }

        return ElsaJson.Ok(new { Retracted = retracted, AlreadyRetracted = already, NotFound = missing });
    }
}

using System.Security.Claims;
using System.Text.Json;
using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Definitions;
using Kaohe.Server.Elsa.Http;
using Kaohe.Server.Identity;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Values;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>Which instances to end: those named, or the running ones of a definition or of a version.</summary>
internal sealed record BulkCancelRequest(IReadOnlyList<string>? Ids, string? DefinitionVersionId, string? DefinitionId, string? VersionOptions);

/// <summary>A variable's new value.</summary>
internal sealed record VariableValue(string Id, JsonElement Value);

/// <summary>New values of variables.</summary>
internal sealed record VariablesRequest(IReadOnlyList<VariableValue>? Variables);

/// <summary>Endpoints that end, delete and change instances. Nothing here answers an error for something that was done already.</summary>
internal static class InstanceActsApi
{
    public static void MapInstanceActs(this IEndpointRouteBuilder api)
    {
        api.MapDelete("/workflow-instances/{id}", DeleteAsync).ForEditors();
        api.MapPost("/cancel/workflow-instances/{id}", CancelAsync).ForEditors();
        api.MapPost("/workflow-instances/{id}/variables", SetVariablesAsync).ForEditors();
        api.MapPost("/bulk-actions/delete/workflow-instances/by-id", DeleteManyAsync).ForEditors();
        api.MapPost("/bulk-actions/cancel/workflow-instances", CancelManyAsync).ForEditors();
    }

    // Studio's page does not survive an error here, so a refusal is a good answer that says that nothing was deleted.
    private static async Task<IResult> DeleteAsync(string id, InstanceKeeper keeper, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await keeper.DeleteAsync(id, cancellationToken) is not { } obstacle)
        {
            return TypedResults.NoContent();
        }

        response.Note(obstacle);
        return ElsaJson.Ok(new { Deleted = 0, Message = obstacle });
    }

    private static async Task<IResult> DeleteManyAsync(IdsRequest request, InstanceKeeper keeper, HttpResponse response, CancellationToken cancellationToken)
    {
        List<string> ids = [.. (request.Ids ?? []).Distinct()];
        List<string> obstacles = [];
        foreach (var id in ids)
        {
            obstacles.AddRange(await keeper.DeleteAsync(id, cancellationToken) is { } obstacle ? [obstacle] : []);
        }

        if (obstacles.Count > 0)
        {
            response.Note($"{obstacles.Count} 个流程实例没有删除：{obstacles[0]}");
        }

        return ElsaJson.Ok(new { Deleted = ids.Count - obstacles.Count });
    }

    private static async Task<IResult> CancelAsync(string id, InstanceKeeper keeper, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!await keeper.CancelAsync(id, user.ShownName(), cancellationToken))
        {
            response.Note("这个流程实例已经结束，不需要取消。");
        }

        return TypedResults.Ok();
    }

    private static async Task<IResult> CancelManyAsync(
        BulkCancelRequest request, InstanceKeeper keeper, InstanceQueries instances, DefinitionQueries definitions, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var cancelled = 0;
        foreach (var id in await ChosenAsync(request, instances, definitions, cancellationToken))
        {
            cancelled += await keeper.CancelAsync(id, user.ShownName(), cancellationToken) ? 1 : 0;
        }

        return ElsaJson.Ok(new { Cancelled = cancelled });
    }

    private static async Task<IReadOnlyList<string>> ChosenAsync(
        BulkCancelRequest request, InstanceQueries instances, DefinitionQueries definitions, CancellationToken cancellationToken)
    {
        if (request.Ids is { Count: > 0 } ids)
        {
            return [.. ids.Distinct()];
        }

        var filter = new InstanceFilter { Statuses = [WorkflowStatus.Running] };
        if (request.DefinitionVersionId is { Length: > 0 } versionId)
        {
            filter = filter with { DefinitionVersionId = versionId };
        }
        else if (request.DefinitionId is { Length: > 0 } definitionId)
        {
            var versions = VersionSelection.Parse(request.VersionOptions) ?? VersionSelection.All;
            var version = versions == VersionSelection.All ? null : await definitions.FindAsync(definitionId, versions, cancellationToken);
            filter = filter with { DefinitionIds = [definitionId], DefinitionVersionId = version?.Id };
        }
        else
        {
            return []; // nothing chosen is nothing, not everything
        }

        return [.. (await instances.ListAsync(filter, new PageRequest(0, PageRequest.MaxTake), cancellationToken)).Items.Select(instance => instance.Id)];
    }

    private static async Task<IResult> SetVariablesAsync(
        string id, VariablesRequest request, InstanceModels models, InstanceQueries queries, InstanceEditor editor, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } instance)
        {
            return ElsaAnswers.Missing(InstancesApi.Missing);
        }

        var known = (await models.VariablesAsync(id, cancellationToken))!.Select(variable => variable.Id).ToHashSet();
        var unknown = (request.Variables ?? []).Where(variable => !known.Contains(variable.Id)).Select(variable => $"流程没有编号为“{variable.Id}”的变量。").ToList();
        if (unknown.Count > 0)
        {
            return ElsaAnswers.Refused(unknown);
        }

        try
        {
            var values = (request.Variables ?? []).ToDictionary(variable => variable.Id, variable => PlainValue.FromJson(variable.Value));
            return values.Count == 0 || await editor.SetVariablesAsync(id, values, instance.Token, cancellationToken)
                ? ElsaJson.List((await models.VariablesAsync(id, cancellationToken))!)
                : ElsaAnswers.Refused("流程实例已经结束，变量不能再修改。");
        }
        catch (ConflictException exception)
        {
            return ElsaAnswers.Refused(exception.Message);
        }
    }
}

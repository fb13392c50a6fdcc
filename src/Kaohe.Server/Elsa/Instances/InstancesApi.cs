using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Instances;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>Endpoints that show instances and their journals.</summary>
internal static class InstancesApi
{
    public const string Missing = "没有这个流程实例，可能已被删除。";

    public static void MapInstances(this IEndpointRouteBuilder api)
    {
        var instances = api.MapGroup("/workflow-instances");
        instances.MapPost("/", ListAsync).ForViewers();
        instances.MapGet("/{id}", async (string id, InstanceModels models, CancellationToken cancellationToken) =>
            await models.FindAsync(id, cancellationToken) is { } instance ? ElsaJson.Ok(instance) : ElsaAnswers.Missing(Missing)).ForViewers();
        instances.MapGet("/{id}/execution-state", StateAsync).ForViewers();
        instances.MapGet("/{id}/variables", async (string id, InstanceModels models, CancellationToken cancellationToken) =>
            await models.VariablesAsync(id, cancellationToken) is { } variables ? ElsaJson.List(variables) : ElsaAnswers.Missing(Missing)).ForViewers();
        instances.MapPost("/{id}/journal", JournalAsync).ForViewers();
        instances.MapGet("/{id}/journal", (string id, HttpRequest request, InstanceQueries queries, CancellationToken cancellationToken) =>
            JournalAsync(id, request, body: null, queries, cancellationToken)).ForViewers();
        instances.MapGet("/{id}/journal/{activityId}", async (string id, string activityId, InstanceQueries queries, CancellationToken cancellationToken) =>
            await queries.LastJournalAsync(id, activityId, cancellationToken) is { } line ? ElsaJson.Ok(JournalModel.Of(line)) : ElsaAnswers.Missing("这个活动还没有执行记录。")).ForViewers();
    }

    private static async Task<IResult> ListAsync(InstancesRequest? request, InstanceQueries queries, CancellationToken cancellationToken)
    {
        var wanted = request ?? new InstancesRequest();
        var page = await queries.ListAsync(wanted.ToFilter(), ElsaQuery.Page(wanted.Page, wanted.PageSize), cancellationToken);
        return ElsaJson.Ok(new ElsaPage<InstanceModel>([.. page.Items.Select(InstanceModel.Of)], page.TotalCount, []));
    }

    private static async Task<IResult> StateAsync(string id, InstanceModels models, CancellationToken cancellationToken) =>
        await models.FindAsync(id, cancellationToken) is { } instance
            ? ElsaJson.Ok(new { instance.Status, instance.SubStatus, WorkflowSubStatus = instance.SubStatus, instance.UpdatedAt })
            : ElsaAnswers.Missing(Missing);

    private static async Task<IResult> JournalAsync(string id, HttpRequest request, JournalRequest? body, InstanceQueries queries, CancellationToken cancellationToken)
    {
        var filter = new JournalFilter
        {
            ActivityIds = body?.Filter?.ActivityIds ?? [],
            ActivityNodeIds = body?.Filter?.ActivityNodeIds ?? [],
            ExcludedActivityTypes = body?.Filter?.ExcludedActivityTypes ?? [],
            EventNames = body?.Filter?.EventNames ?? [],
        };
        var page = await queries.JournalAsync(id, filter, request.Slice(), cancellationToken);
        return ElsaJson.Ok(new { Items = page.Items.Select(JournalModel.Of), page.TotalCount });
    }
}

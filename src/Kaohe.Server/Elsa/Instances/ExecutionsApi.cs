using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Paging;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>Which badges are wanted.</summary>
internal sealed record ReportRequest(string? WorkflowInstanceId, IReadOnlyList<string>? ActivityNodeIds);

/// <summary>Endpoints that show what single activities did.</summary>
internal static class ExecutionsApi
{
    public static void MapExecutions(this IEndpointRouteBuilder api)
    {
        var executions = api.MapGroup("/activity-executions");
        executions.MapPost("/report", async (ReportRequest request, InstanceQueries queries, CancellationToken cancellationToken) => ElsaJson.Ok(new
        {
            Stats = (await queries.StatsAsync(request.WorkflowInstanceId ?? "", request.ActivityNodeIds ?? [], cancellationToken)).Select(StatsModel.Of),
        })).ForViewers();
        executions.MapGet("/list", ListAsync).ForViewers();
        executions.MapGet("/count", async (HttpRequest request, InstanceQueries queries, CancellationToken cancellationToken) =>
            ElsaJson.Ok(new { Count = (await ReadAsync(request, new PageRequest(0, 0), queries, cancellationToken)).TotalCount })).ForViewers();
        executions.MapGet("/by-id", async (string? id, InstanceQueries queries, CancellationToken cancellationToken) => await OneAsync(id, queries, cancellationToken)).ForViewers();
        executions.MapGet("/{id}/call-stack", StackAsync).ForViewers();
        api.MapGet("/activity-execution-summaries/list", ListAsync).ForViewers();
    }

    private static async Task<IResult> ListAsync(HttpRequest request, InstanceQueries queries, CancellationToken cancellationToken) =>
        ElsaJson.List((await ReadAsync(request, new PageRequest(0, PageRequest.MaxTake), queries, cancellationToken)).Items.Select(ExecutionModel.Of));

    private static Task<Page<ActivityExecutionRow>> ReadAsync(HttpRequest request, PageRequest page, InstanceQueries queries, CancellationToken cancellationToken) =>
        queries.ExecutionsAsync(request.Text("WorkflowInstanceId") ?? "", request.Text("ActivityNodeId"), page, cancellationToken);

    private static async Task<IResult> OneAsync(string? id, InstanceQueries queries, CancellationToken cancellationToken) =>
        id is not null && await queries.FindExecutionAsync(id, cancellationToken) is { } row ? ElsaJson.Ok(ExecutionModel.Of(row)) : ElsaAnswers.Missing("没有这次执行的记录。");

    private static async Task<IResult> StackAsync(string id, HttpRequest request, InstanceQueries queries, CancellationToken cancellationToken)
    {
        var stack = await queries.CallStackAsync(id, cancellationToken);
        var slice = request.Slice();
        return ElsaJson.Ok(new { ActivityExecutionId = id, Items = stack.Skip(slice.Skip).Take(slice.Take).Select(ExecutionModel.Of), TotalCount = stack.Count });
    }
}

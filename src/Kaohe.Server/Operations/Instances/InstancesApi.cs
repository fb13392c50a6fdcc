using System.Text.Json;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Versioning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kaohe.Server.Operations.Instances;

/// <summary>What a program sends to cancel an instance.</summary>
/// <param name="Reason">Why; required.</param>
public sealed record CancelInstanceRequest(string? Reason);

/// <summary>What a program sends to run faulted activities again.</summary>
/// <param name="ActivityInstanceId">The faulted execution; null for every one.</param>
public sealed record RetryInstanceRequest(string? ActivityInstanceId);

/// <summary>What a program sends to move an instance to another version.</summary>
/// <param name="ToVersion">Number of the version.</param>
/// <param name="Mapping">Old path to new path; null gives the activity up. Absent when every activity keeps its place.</param>
public sealed record MigrateInstanceRequest(int ToVersion, Dictionary<string, string?>? Mapping);

/// <summary>Endpoints of the page 流程实例.</summary>
internal static class InstancesApi
{
    public static void MapInstances(this IEndpointRouteBuilder operations)
    {
        var instances = operations.MapGroup("/instances");
        instances.MapGet("/", (WorkflowSubStatus? status, string? definition, string? search, bool? incidents, int? skip, int? take, InstanceQueries queries, CancellationToken cancellationToken) =>
            queries.ListAsync(
                new InstanceFilter { SubStatus = status, DefinitionId = definition, Search = search, HasIncidents = incidents }, new PageRequest(skip ?? 0, take ?? 50), cancellationToken: cancellationToken));
        instances.MapGet("/{id}", DetailAsync);
        instances.MapGet("/{id}/journal", async (string id, int? skip, int? take, InstanceQueries queries, CancellationToken cancellationToken) =>
            await queries.JournalAsync(id, new PageRequest(skip ?? 0, take ?? 200), newestFirst: false, cancellationToken));
        instances.MapPost("/{id}/retry", async (string id, RetryInstanceRequest request, WorkflowRuntime runtime, CancellationToken cancellationToken) =>
            Answer(await runtime.RetryAsync(id, request.ActivityInstanceId, cancellationToken)));
        instances.MapPost("/{id}/cancel", CancelAsync);
        instances.MapPost("/{id}/migration/preview", async (string id, MigrateInstanceRequest request, InstanceMigrator migrator, CancellationToken cancellationToken) =>
            await migrator.PreviewAsync(id, request.ToVersion, request.Mapping ?? [], cancellationToken) is { } plan ? (IResult)TypedResults.Ok(Shown(plan)) : Missing());
        instances.MapPost("/{id}/migration", MigrateAsync);
    }

    private static async Task<IResult> DetailAsync(string id, InstanceQueries queries, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } detail
            ? TypedResults.Ok(new
            {
                detail.Summary,
                Incidents = detail.State.Incidents,
                Bookmarks = detail.Bookmarks.Select(bookmark => new { bookmark.Id, bookmark.Name, bookmark.ActivityId, bookmark.ActivityNodeId, bookmark.CreatedAt, bookmark.DueAt }),
                Variables = JsonSerializer.SerializeToElement(detail.State.ActivityExecutionContexts.Where(execution => execution.Variables is not null)
                    .ToDictionary(execution => execution.NodeId, execution => execution.Variables), WorkflowStateSerializer.Options),
                Output = JsonSerializer.SerializeToElement(detail.State.Output, WorkflowStateSerializer.Options),
                detail.ParentInstanceId,
                detail.ChildIds,
            })
            : Missing();

    private static async Task<IResult> CancelAsync(string id, CancelInstanceRequest request, WorkflowRuntime runtime, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(request.Reason)
            ? Problems.Invalid([new FieldProblem("reason", "请填写取消原因。")])
            : Answer(await runtime.CancelAsync(id, request.Reason.Trim(), alongside: null, cancellationToken));

    private static async Task<IResult> MigrateAsync(string id, MigrateInstanceRequest request, InstanceMigrator migrator, CancellationToken cancellationToken) =>
        await migrator.MigrateAsync(id, request.ToVersion, request.Mapping ?? [], cancellationToken) switch
        {
            null => Missing(),
            { IsPossible: true } plan => TypedResults.Ok(Shown(plan)),
            var plan => Problems.Invalid(plan.Problems.Select(problem => new FieldProblem("mapping", problem))),
        };

    private static object Shown(MigrationPlan plan) => new { plan.InstanceId, plan.FromVersion, plan.ToVersion, plan.Moves, plan.LostVariables, plan.Problems, plan.IsPossible };

    private static IResult Answer(RunResult result) => result.Outcome switch
    {
        RunOutcome.NotFound => Missing(),
        RunOutcome.NotRunning => Problems.Result(StatusCodes.Status409Conflict, "流程实例已经结束，不能再操作。"),
        RunOutcome.NothingToRetry => Problems.Result(StatusCodes.Status409Conflict, "没有出错的活动，不需要重试。"),
        _ => TypedResults.Ok(new { result.InstanceId, Status = result.State?.SubStatus.ToString() }),
    };

    private static ProblemHttpResult Missing() => Problems.Result(StatusCodes.Status404NotFound, "没有这个流程实例或版本，可能已被删除。");
}

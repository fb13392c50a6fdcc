using System.Globalization;
using System.Security.Claims;
using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Http;
using Kaohe.Server.Elsa.Instances;
using Kaohe.Server.Identity;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Running;

/// <summary>Endpoints that start instances and try single activities out.</summary>
internal static class RunApi
{
    private const string InstanceHeader = "x-elsa-workflow-instance-id";
    private const string CannotStartHeader = "x-elsa-workflow-cannot-start";
    private const int MostAtOnce = 100;
    private const string NoVersion = "这个流程没有可运行的版本，请先保存或发布。";
    private const string NotNow = "这个流程设定为同时只能有一个在运行，现在不能再启动。";

    public static void MapRunning(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/workflow-definitions/{definitionId}");
        definitions.MapPost("/execute", ExecuteAsync).ForEditors();
        definitions.MapPost("/dispatch", DispatchAsync).ForEditors();
        definitions.MapPost("/bulk-dispatch", BulkDispatchAsync).ForEditors();
        api.MapPost("/tests/activities", TestAsync).ForEditors();
    }

    private static async Task<IResult> ExecuteAsync(string definitionId, RunRequest? request, RunDesk desk, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var (result, problem) = await desk.StartAsync(definitionId, request ?? new RunRequest(), user.AccountId() ?? "", cancellationToken);
        if (problem is not null)
        {
            return ElsaAnswers.Refused(problem);
        }

        if (result.Outcome == RunOutcome.NotFound)
        {
            return ElsaAnswers.Missing(NoVersion);
        }

        var cannotStart = result.Outcome == RunOutcome.Refused;
        response.Headers[CannotStartHeader] = cannotStart ? bool.TrueString : bool.FalseString;
        if (cannotStart)
        {
            response.Note(NotNow);
            return ElsaJson.Ok(new { WorkflowState = (StateModel?)null });
        }

        // A flow that failed at once is a good answer: Studio would repeat a 500, and the viewer shows what went wrong.
        response.Headers[InstanceHeader] = result.InstanceId;
        return ElsaJson.Ok(new { WorkflowState = result.State is null ? null : InstanceModels.State(result.State) });
    }

    private static async Task<IResult> DispatchAsync(string definitionId, RunRequest? request, RunDesk desk, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (result, problem) = await desk.StartAsync(definitionId, request ?? new RunRequest(), user.AccountId() ?? "", cancellationToken);
        return result.Outcome switch
        {
            RunOutcome.NotFound => ElsaAnswers.Missing(NoVersion),
            RunOutcome.Refused => ElsaAnswers.Refused(problem ?? NotNow),
            _ => ElsaJson.Ok(new { WorkflowInstanceId = result.InstanceId }),
        };
    }

    private static async Task<IResult> BulkDispatchAsync(string definitionId, BulkRunRequest request, RunDesk desk, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var count = request.Count ?? 1;
        if (count is < 1 or > MostAtOnce)
        {
            return ElsaAnswers.Refused($"一次可以启动 1 到 {MostAtOnce} 个实例。");
        }

        List<string> started = [];
        for (var number = 0; number < count; number++)
        {
            var (result, problem) = await desk.StartAsync(
                definitionId,
                new RunRequest { CorrelationId = request.CorrelationId, TriggerActivityId = request.TriggerActivityId, VersionOptions = request.VersionOptions, Input = request.Input },
                string.Create(CultureInfo.InvariantCulture, $"{user.AccountId()}#{number}"),
                cancellationToken);
            if (result.Outcome is RunOutcome.NotFound)
            {
                return ElsaAnswers.Missing(NoVersion);
            }

            if (problem is not null)
            {
                return ElsaAnswers.Refused(problem);
            }

            if (result.Outcome != RunOutcome.Refused)
            {
                started.Add(result.InstanceId);
            }
        }

        return ElsaJson.Ok(new { WorkflowInstanceIds = started });
    }

    private static async Task<IResult> TestAsync(ActivityTestRequest request, ActivityTest test, CancellationToken cancellationToken)
    {
        try
        {
            return await test.RunAsync(request, cancellationToken) is { } result ? ElsaJson.Ok(result) : ElsaAnswers.Refused("没有找到要试运行的活动，请先保存流程。");
        }
        catch (DefinitionException exception)
        {
            return ElsaAnswers.Refused(exception.Problems);
        }
    }
}

using System.IO.Compression;
using System.Text.Json;
using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Elsa.Definitions;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Paging;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>An instance as a file: state, journal, executions.</summary>
internal sealed record InstanceFileModel(InstanceDetailModel WorkflowInstance, IReadOnlyList<JournalModel> WorkflowExecutionLogRecords, IReadOnlyList<ExecutionModel> ActivityExecutionRecords);

/// <summary>Endpoints that hand instances out as files.</summary>
internal static class InstanceFilesApi
{
    private const int MostAtOnce = 200;
    private static readonly JsonSerializerOptions _readable = new(ElsaJson.Options) { WriteIndented = true };

    public static void MapInstanceFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-instances/{id}/export", async (string id, InstanceModels models, InstanceQueries queries, CancellationToken cancellationToken) =>
            await FileAsync(id, models, queries, cancellationToken) is { } file ? TypedResults.File(file, "application/json", $"workflow-instance-{id}.json") : ElsaAnswers.Missing(InstancesApi.Missing)).ForViewers();
        api.MapPost("/bulk-actions/export/workflow-instances", ExportAsync).ForViewers();
        api.MapPost("/bulk-actions/import/workflow-instances", Import).ForEditors();
    }

    // What happened cannot be brought in from outside: an instance with its journal is a record that only the engine writes.
    private static IResult Import(HttpResponse response)
    {
        response.Note("流程实例是办理记录，只能由系统产生，不能导入。");
        return ElsaJson.Ok(new { Count = 0 });
    }

    private static async Task<IResult> ExportAsync(IdsRequest request, InstanceModels models, InstanceQueries queries, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var id in (request.Ids ?? []).Distinct().Take(MostAtOnce))
            {
                if (await FileAsync(id, models, queries, cancellationToken) is { } file)
                {
                    await using var entry = await zip.CreateEntry($"workflow-instance-{id}.json").OpenAsync(cancellationToken);
                    await entry.WriteAsync(file, cancellationToken);
                }
            }
        }

        return TypedResults.File(buffer.ToArray(), "application/zip", "workflow-instances.zip");
    }

    private static async Task<byte[]?> FileAsync(string id, InstanceModels models, InstanceQueries queries, CancellationToken cancellationToken)
    {
        if (await models.FindAsync(id, cancellationToken) is not { } instance)
        {
            return null;
        }

        List<JournalModel> journal = [];
        List<ExecutionModel> executions = [];
        for (PageRequest page = new(0, PageRequest.MaxTake); page.Skip == journal.Count; page = page with { Skip = page.Skip + page.Take })
        {
            journal.AddRange((await queries.JournalAsync(id, new JournalFilter(), page, cancellationToken)).Items.Select(JournalModel.Of));
        }

        for (PageRequest page = new(0, PageRequest.MaxTake); page.Skip == executions.Count; page = page with { Skip = page.Skip + page.Take })
        {
            executions.AddRange((await queries.ExecutionsAsync(id, activityNodeId: null, page, cancellationToken)).Items.Select(ExecutionModel.Of));
        }

        return JsonSerializer.SerializeToUtf8Bytes(new InstanceFileModel(instance, journal, executions), _readable);
    }
}

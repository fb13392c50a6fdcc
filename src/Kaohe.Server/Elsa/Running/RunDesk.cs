using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kaohe.Activities.Publication;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Running;

/// <summary>Starts instances for Studio.</summary>
/// <param name="runtime">Runs instances.</param>
/// <param name="queries">Finds versions.</param>
/// <param name="catalog">Compiles them.</param>
/// <param name="instances">Finds instances that were started a moment ago.</param>
/// <param name="clock">Says when.</param>
internal sealed class RunDesk(WorkflowRuntime runtime, DefinitionQueries queries, DefinitionCatalog catalog, InstanceQueries instances, TimeProvider clock)
{
    // Studio repeats a request without an answer after 2, 4 and 8 seconds.
    private static readonly TimeSpan _repeats = TimeSpan.FromSeconds(20);

    /// <summary>Starts an instance. The same person asking for the same within the time in which Studio repeats a lost request gets the same instance.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="request">Version, input and names.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunAnswer> StartAsync(string definitionId, RunRequest request, string person, CancellationToken cancellationToken)
    {
        var versions = VersionSelection.Parse(request.VersionOptions ?? nameof(VersionSelection.Published)) ?? VersionSelection.Published;
        if (await queries.FindAsync(definitionId, versions, cancellationToken) is not { } definition)
        {
            return new RunAnswer(new RunResult(RunOutcome.NotFound, "", null));
        }

        var from = string.IsNullOrEmpty(request.TriggerActivityId) ? null : request.TriggerActivityId;
        if (catalog.FindVersion(definition.Id) is { } workflow && AnnualStart.Problem(workflow, definition.IsPublished, from) is { } problem)
        {
            return new RunAnswer(new RunResult(RunOutcome.Refused, "", null), problem);
        }

        var id = request.InstanceId is { Length: > 0 } given ? given : await IdAsync(definition, request, person, cancellationToken);
        return new RunAnswer(await runtime.StartAsync(
            new StartRequest
            {
                VersionId = definition.Id,
                InstanceId = id,
                Input = request.Values(),
                CorrelationId = string.IsNullOrWhiteSpace(request.CorrelationId) ? null : request.CorrelationId.Trim(),
                Name = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name.Trim(),
                TriggerActivityId = from,
            },
            cancellationToken));
    }

    private async Task<string> IdAsync(WorkflowDefinition definition, RunRequest request, string person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var slot = now.Ticks / _repeats.Ticks;
        var what = $"{person}|{definition.Id}|{DefinitionJson.Write(definition)}|{request.CorrelationId}|{request.TriggerActivityId}|{request.Input?.GetRawText()}";
        var earlier = Id(what, slot - 1);
        var found = await instances.ListAsync(new InstanceFilter { Ids = [earlier] }, new PageRequest(0, 1), cancellationToken);
        return found.Items is [var instance] && now - instance.CreatedAt < _repeats ? earlier : Id(what, slot);
    }

    private static string Id(string what, long slot) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{slot}|{what}"))).AsSpan(0, 16));
}

/// <summary>What became of a start.</summary>
/// <param name="Result">The runtime's answer.</param>
/// <param name="Problem">Why the flow must not be started so; null when the runtime decided.</param>
internal sealed record RunAnswer(RunResult Result, string? Problem = null);

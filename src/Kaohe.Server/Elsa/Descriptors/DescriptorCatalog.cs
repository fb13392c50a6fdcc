using System.Text.Json;
using Kaohe.Server.Elsa.Http;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Paging;
using Kaohe.Workflows.Activities.Composition;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>The activity types for Studio. Written once, and again when a definition, a template or a unit has changed.</summary>
internal sealed class DescriptorCatalog : IDisposable
{
    private readonly ActivityRegistry _registry;
    private readonly OptionLists _lists;
    private readonly DefinitionQueries _definitions;
    private readonly IDisposable _subscription;
    private volatile Latest? _latest;
    private long _definitionChanges;

    public DescriptorCatalog(ActivityRegistry registry, OptionLists lists, DefinitionQueries definitions, IChangeFeed feed)
    {
        (_registry, _lists, _definitions) = (registry, lists, definitions);
        _subscription = feed.Subscribe(notice =>
        {
            if (notice.Topic is ChangeTopics.Definition or ChangeTopics.Missed)
            {
                Interlocked.Increment(ref _definitionChanges);
            }
        });
    }

    /// <summary>All types now.</summary>
    public async Task<DescriptorSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var changes = Interlocked.Read(ref _definitionChanges);
        var options = await _lists.ReadAsync(cancellationToken);
        var known = _latest;
        if (known is not null && known.Changes == changes && known.Snapshot.Stamp.Options == options.Stamp)
        {
            return known.Snapshot;
        }

        // Most definitions that change are not used as activities: then everything stays as it was written.
        List<FlowActivity> flows = [.. FlowActivityModels.Of(await UsedAsActivityAsync(cancellationToken))];
        var stamp = new DescriptorStamp(options.Stamp, JsonSerializer.Serialize(flows, ElsaJson.Options));
        var snapshot = known?.Snapshot.Stamp == stamp ? known.Snapshot : new DescriptorSnapshot(stamp, [.. Shown().Select(descriptor => ActivityModels.Of(descriptor, options))], flows);
        _latest = new Latest(changes, snapshot);
        return snapshot;
    }

    /// <summary>The specifications of one dropdown, for what its activity says now; null when there is no such input.</summary>
    public async Task<IReadOnlyDictionary<string, object?>?> OptionsAsync(string typeName, string property, OptionCascade cascade, CancellationToken cancellationToken)
    {
        var descriptor = _registry.Descriptors.LastOrDefault(each => each.TypeName == typeName);
        var input = descriptor?.Inputs.FirstOrDefault(each => each.Name.Equals(property, StringComparison.OrdinalIgnoreCase));
        return input is null ? null : UiSpecifications.Of(input, (await _lists.ReadAsync(cancellationToken)).Of(descriptor!, input, cascade)) ?? [];
    }

    public void Dispose() => _subscription.Dispose();

    // The placeholder of sub-flows stands for none of them.
    private IEnumerable<ActivityDescriptor> Shown() => _registry.Descriptors.Where(descriptor => descriptor.TypeName != DefinitionActivity.PlaceholderType);

    private async Task<IReadOnlyList<WorkflowDefinition>> UsedAsActivityAsync(CancellationToken cancellationToken)
    {
        var rows = await _definitions.ListAsync(new DefinitionFilter { UsableAsActivity = true }, new PageRequest(0, PageRequest.MaxTake), cancellationToken);
        return rows.TotalCount == 0 ? [] : await _definitions.FindVersionsAsync([.. rows.Items.Select(row => row.Id)], cancellationToken);
    }

    private sealed record Latest(long Changes, DescriptorSnapshot Snapshot);
}

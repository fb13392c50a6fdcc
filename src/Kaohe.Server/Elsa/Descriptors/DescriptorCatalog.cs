using Kaohe.Storage.Definitions;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Paging;
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
    private volatile DescriptorSnapshot? _snapshot;
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
        var stamp = $"{changes}\n{options.Stamp}";
        if (_snapshot is { } known && known.Stamp == stamp)
        {
            return known;
        }

        var fresh = new DescriptorSnapshot(
            stamp,
            [.. _registry.Descriptors.Where(descriptor => descriptor.TypeName != Workflows.Activities.Composition.DefinitionActivity.PlaceholderType).Select(descriptor => ActivityModels.Of(descriptor, options))],
            [.. FlowActivityModels.Of(await UsedAsActivityAsync(cancellationToken))]);
        _snapshot = fresh;
        return fresh;
    }

    /// <summary>The specifications of one dropdown, for what its activity says now; null when there is no such input.</summary>
    public async Task<IReadOnlyDictionary<string, object?>?> OptionsAsync(string typeName, string property, string? role, CancellationToken cancellationToken)
    {
        var descriptor = _registry.Descriptors.LastOrDefault(each => each.TypeName == typeName);
        var input = descriptor?.Inputs.FirstOrDefault(each => each.Name.Equals(property, StringComparison.OrdinalIgnoreCase));
        return input is null ? null : UiSpecifications.Of(input, (await _lists.ReadAsync(cancellationToken)).Of(descriptor!, input, role)) ?? [];
    }

    /// <summary>The descriptor of a type; null when it is unknown.</summary>
    public ActivityDescriptor? Find(string typeName) => _registry.Descriptors.LastOrDefault(each => each.TypeName == typeName);

    public void Dispose() => _subscription.Dispose();

    private async Task<IReadOnlyList<WorkflowDefinition>> UsedAsActivityAsync(CancellationToken cancellationToken)
    {
        var rows = await _definitions.ListAsync(new DefinitionFilter { UsableAsActivity = true }, new PageRequest(0, PageRequest.MaxTake), cancellationToken);
        return rows.TotalCount == 0 ? [] : await _definitions.FindVersionsAsync([.. rows.Items.Select(row => row.Id)], cancellationToken);
    }
}

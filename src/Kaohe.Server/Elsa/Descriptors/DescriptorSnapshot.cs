using System.Text.Json;
using System.Text.Json.Nodes;
using Kaohe.Server.Elsa.Definitions;
using Kaohe.Server.Elsa.Http;
using Kaohe.Workflows.Activities.Composition;

namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>All activity types at one moment, as Studio gets them, and what a drawing may therefore say.</summary>
internal sealed class DescriptorSnapshot
{
    private readonly Dictionary<string, ActivityModel> _newest = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, int), ActivityModel> _exact = [];
    private readonly IReadOnlyList<FlowActivity> _flows;

    public DescriptorSnapshot(DescriptorStamp stamp, IReadOnlyList<ActivityModel> activities, IReadOnlyList<FlowActivity> flows)
    {
        (Stamp, _flows) = (stamp, flows);
        List<ActivityModel> all = [.. activities, .. flows.Select(flow => flow.Model)];
        foreach (var model in all)
        {
            _exact.TryAdd((model.TypeName, model.Version), model);
            if (!_newest.TryGetValue(model.TypeName, out var newest) || newest.Version < model.Version)
            {
                _newest[model.TypeName] = model;
            }
        }

        Json = JsonSerializer.SerializeToUtf8Bytes(ElsaList<ActivityModel>.Of(_exact.Values), ElsaJson.Options);
    }

    /// <summary>What it was made from.</summary>
    public DescriptorStamp Stamp { get; }

    /// <summary>The answer of <c>descriptors/activities</c>.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The model that stands for an activity of a drawing; null when its type is not known here. Studio crashes on a type and version that it was not given.</summary>
    public ActivityModel? Find(JsonObject activity)
    {
        var (definitionId, versionId) = (activity.Text("workflowDefinitionId"), activity.Text("workflowDefinitionVersionId"));
        if (definitionId is not null || versionId is not null)
        {
            var flow = _flows.FirstOrDefault(each => each.VersionId == versionId)
                ?? _flows.Where(each => each.DefinitionId == definitionId).OrderBy(each => each.IsPublished).ThenBy(each => each.Model.Version).LastOrDefault();
            return flow?.Model;
        }

        var type = activity.Text("type") ?? "";
        var version = activity["version"] is JsonValue number && number.TryGetValue<int>(out var given) ? given : 1;
        return _exact.GetValueOrDefault((type, version)) ?? _newest.GetValueOrDefault(type);
    }

    /// <summary>Whether an activity of a drawing stands for one whose type is missing here.</summary>
    public static bool IsPlaceholder(JsonObject activity) => activity.Text("type") == NotFoundActivity.PlaceholderType;
}

/// <summary>What descriptors depend on besides the activity classes.</summary>
/// <param name="Options">The lists of choices.</param>
/// <param name="Flows">The definitions that are used as activities.</param>
internal sealed record DescriptorStamp(string Options, string Flows);

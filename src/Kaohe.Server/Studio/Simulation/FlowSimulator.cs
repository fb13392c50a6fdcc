using Kaohe.Activities.Simulation;
using Kaohe.Server.Operations.Flows;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Studio.Drawing;
using Kaohe.Storage.Paging;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Studio.Simulation;

/// <summary>Plays a year with the newest version of one flow, draft or not, and the published versions of the others. Nothing is stored and no mail is sent.</summary>
/// <param name="flows">Definitions.</param>
/// <param name="words">Chinese names.</param>
public sealed class FlowSimulator(FlowDesk flows, FlowWords words)
{
    private const string City = "data/demo-city";

    /// <summary>Plays the year.</summary>
    /// <param name="definitionId">The flow whose newest version is tried.</param>
    /// <param name="start">First day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DefinitionException">The flow cannot be compiled, or it or another one stops on the way.</exception>
    public async Task<FlowForecast> PlayAsync(string definitionId, DateOnly start, CancellationToken cancellationToken = default)
    {
        List<WorkflowDefinition> definitions = [];
        foreach (var flow in (await flows.ListAsync(search: null, onlyPublished: null, new PageRequest(0, PageRequest.MaxTake), cancellationToken)).Items)
        {
            var published = flow.DefinitionId == definitionId || flow.IsPublished
                ? null
                : (await flows.VersionsAsync(flow.DefinitionId, cancellationToken)).FirstOrDefault(version => version.IsPublished)?.Version;
            if (await flows.FindAsync(flow.DefinitionId, published, cancellationToken) is { } definition && (flow.DefinitionId == definitionId || flow.IsPublished || published is not null))
            {
                definitions.Add(definition);
            }
        }

        // A year is a second or two of pure computing; the page must not wait on its own thread for it.
        var timeline = await Task.Run(() => YearSimulation.Run(definitions, ProductFolders.Product(City), start), cancellationToken);
        return FlowForecast.Of(definitions.First(definition => definition.DefinitionId == definitionId), timeline, words);
    }
}

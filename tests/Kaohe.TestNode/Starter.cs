using System.Globalization;
using Kaohe.Storage.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Kaohe.TestNode;

/// <summary>Starts instances one after the other, as a client would that repeats what it got no answer for; each answer is on the disk before the next request.</summary>
internal sealed class Starter(WorkflowRuntime runtime, LineFile lines, IConfiguration configuration) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration["Test:Start"] is not { } definitionId)
        {
            return;
        }

        var count = configuration.GetValue<int>("Test:Count");
        for (var i = 0; i < count; i++)
        {
            var instanceId = string.Create(CultureInfo.InvariantCulture, $"{definitionId}-{i}");
            await runtime.StartAsync(new StartRequest { DefinitionId = definitionId, InstanceId = instanceId }, stoppingToken);
            await lines.AppendOnceAsync($"started-{instanceId}", "client", instanceId, stoppingToken);
        }
    }
}

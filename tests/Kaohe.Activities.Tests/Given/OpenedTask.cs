using Kaohe.Activities.Effects;
using Kaohe.Workflows.Simulation;

namespace Kaohe.Activities.Tests.Given;

/// <summary>A task that a flow has asked for, as the Tasks feature would keep it.</summary>
internal sealed record OpenedTask(string Id, string Key, OpenTasks Request, SimulatedInstance Instance, string ActivityInstanceId)
{
    public bool IsOver { get; set; }

    public string? ClosedBecause { get; set; }
}

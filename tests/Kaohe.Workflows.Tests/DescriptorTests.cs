using Kaohe.Workflows.Compilation;
using Xunit;

namespace Kaohe.Workflows.Tests;

public sealed class DescriptorTests
{
    [Fact]
    public void Should_know_every_activity_of_the_list()
    {
        string[] wanted =
        [
            "Flowchart", "Sequence", "If", "Switch", "FlowDecision", "FlowSwitch", "FlowFork", "FlowJoin", "Fork", "For", "ForEach", "ParallelForEach", "While", "Break", "Start", "End", "Finish",
            "Complete", "Fault", "SetVariable", "SetOutput", "SetName", "Correlate", "WriteLine", "RunJavaScript", "Event", "PublishEvent", "RunTask", "Delay", "Timer", "Cron", "StartAt",
            "ExecuteWorkflow", "DispatchWorkflow", "BulkDispatchWorkflows", "NotFoundActivity",
        ];

        Assert.Empty(wanted.Select(w => "Elsa." + w).Except(ActivityRegistry.Core.Descriptors.Select(d => d.TypeName)));
    }

    [Fact]
    public void Should_describe_everything_in_Chinese()
    {
        foreach (var descriptor in ActivityRegistry.Core.Descriptors)
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", descriptor.DisplayName);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", descriptor.Category);
            Assert.All(descriptor.Inputs, i => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", i.Attribute.DisplayName));
            Assert.All(descriptor.Outputs, o => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", o.DisplayName));
            Assert.All(descriptor.Ports, p => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", p.DisplayName));
        }
    }
}

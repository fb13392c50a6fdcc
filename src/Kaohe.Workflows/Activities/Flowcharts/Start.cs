using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Workflows.Activities.Flowcharts;

/// <summary>Where a flowchart begins.</summary>
[Activity("Elsa.Start", DisplayName = "开始", Description = "流程图从这里开始。", IsStart = true)]
public sealed class Start : Activity;

/// <summary>Where a flowchart ends, whatever else is under way in it.</summary>
[Activity("Elsa.End", DisplayName = "结束", Description = "流程图在这里结束，其余进行中的活动会被取消。", IsTerminal = true)]
public sealed class End : Activity;

using System.Globalization;
using Kaohe.Office;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities;

/// <summary>Inputs of a flow that Kaohe's activities understand without being told. A flow declares those it needs, kept in the instance.</summary>
public static class FlowInputs
{
    /// <summary>The assessed year, a number.</summary>
    public const string CycleYear = "cycleYear";

    /// <summary>The unit that the flow is about.</summary>
    public const string UnitId = "unitId";

    /// <summary>That unit's short name.</summary>
    public const string UnitName = "unitName";

    /// <summary>The assessed year of the flow; the year of the burst in a flow that does not say it.</summary>
    public static int YearOf(ActivityExecutionContext context) => context.WorkflowInput.GetValueOrDefault(CycleYear) switch
    {
        int year => year,
        long year => (int)year,
        string text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var year) => year,
        _ => OfficeTime.DateOf(context.Now).Year,
    };

    /// <summary>The unit of the flow; null in a flow that is about none.</summary>
    public static string? UnitOf(ActivityExecutionContext context) => context.WorkflowInput.GetValueOrDefault(UnitId) as string;
}

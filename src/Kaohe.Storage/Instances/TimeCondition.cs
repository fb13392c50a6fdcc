using System.Linq.Expressions;

namespace Kaohe.Storage.Instances;

/// <summary>Which time of an instance a condition looks at.</summary>
public enum InstanceTime
{
    /// <summary>Start.</summary>
    CreatedAt,

    /// <summary>Latest burst.</summary>
    UpdatedAt,

    /// <summary>End.</summary>
    FinishedAt,
}

/// <summary>A condition on a time of an instance.</summary>
/// <param name="Time">Which time.</param>
/// <param name="Comparison">Equal, NotEqual, LessThan, LessThanOrEqual, GreaterThan or GreaterThanOrEqual.</param>
/// <param name="Value">What it is compared with.</param>
public sealed record TimeCondition(InstanceTime Time, ExpressionType Comparison, DateTimeOffset Value)
{
    internal IQueryable<WorkflowInstanceRow> Apply(IQueryable<WorkflowInstanceRow> rows)
    {
        var row = Expression.Parameter(typeof(WorkflowInstanceRow), "i");
        var column = Expression.Convert(Expression.Property(row, Time.ToString()), typeof(DateTimeOffset?));
        var comparison = Expression.MakeBinary(Comparison, column, Expression.Constant(Value, typeof(DateTimeOffset?)));
        return rows.Where(Expression.Lambda<Func<WorkflowInstanceRow, bool>>(comparison, row));
    }
}

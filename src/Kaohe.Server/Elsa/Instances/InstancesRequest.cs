using System.Linq.Expressions;
using Kaohe.Storage.Instances;
using Kaohe.Workflows.Execution.State;

namespace Kaohe.Server.Elsa.Instances;

/// <summary>A condition on a time, as Studio writes it.</summary>
internal sealed record TimestampFilter(string? Column, string? Operator, DateTimeOffset? Timestamp);

/// <summary>Which instances are wanted.</summary>
internal sealed record InstancesRequest
{
    public int? Page { get; init; }

    public int? PageSize { get; init; }

    public string? SearchTerm { get; init; }

    public string? DefinitionId { get; init; }

    public IReadOnlyList<string>? DefinitionIds { get; init; }

    public string? CorrelationId { get; init; }

    public int? Version { get; init; }

    public bool? HasIncidents { get; init; }

    public bool? IsSystem { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string>? Statuses { get; init; }

    public string? SubStatus { get; init; }

    public IReadOnlyList<string>? SubStatuses { get; init; }

    public string? OrderBy { get; init; }

    public string? OrderDirection { get; init; }

    public IReadOnlyList<TimestampFilter>? TimestampFilters { get; init; }

    /// <summary>The filter; values that mean nothing are left out.</summary>
    public InstanceFilter ToFilter() => new()
    {
        SearchTerm = SearchTerm,
        DefinitionIds = [.. new[] { DefinitionId }.Concat(DefinitionIds ?? []).OfType<string>().Where(id => id.Length > 0)],
        CorrelationId = string.IsNullOrEmpty(CorrelationId) ? null : CorrelationId,
        Version = Version,
        HasIncidents = HasIncidents,
        IsSystem = IsSystem,
        Statuses = Parse<WorkflowStatus>(Status, Statuses),
        SubStatuses = Parse<WorkflowSubStatus>(SubStatus, SubStatuses),
        OrderBy = Enum.TryParse<InstanceOrder>(OrderBy, ignoreCase: true, out var order) ? order : InstanceOrder.Created,
        Descending = !string.Equals(OrderDirection, "Ascending", StringComparison.OrdinalIgnoreCase),
        Times = [.. (TimestampFilters ?? []).Select(Condition).OfType<TimeCondition>()],
    };

    private static List<T> Parse<T>(string? one, IReadOnlyList<string>? many)
        where T : struct, Enum =>
        [.. new[] { one }.Concat(many ?? []).Select(text => Enum.TryParse<T>(text, ignoreCase: true, out var value) ? (T?)value : null).OfType<T>()];

    private static TimeCondition? Condition(TimestampFilter filter) =>
        filter.Timestamp is { } value && Enum.TryParse<InstanceTime>(filter.Column, ignoreCase: true, out var time) && Comparison(filter.Operator) is { } comparison
            ? new TimeCondition(time, comparison, value)
            : null;

    private static ExpressionType? Comparison(string? name) => name switch
    {
        "Is" => ExpressionType.Equal,
        "IsNot" => ExpressionType.NotEqual,
        "LessThan" => ExpressionType.LessThan,
        "LessThanOrEqual" => ExpressionType.LessThanOrEqual,
        "GreaterThan" => ExpressionType.GreaterThan,
        "GreaterThanOrEqual" => ExpressionType.GreaterThanOrEqual,
        _ => null,
    };
}

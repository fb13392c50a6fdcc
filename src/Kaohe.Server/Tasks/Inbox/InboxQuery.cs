using System.Globalization;
using Kaohe.Storage.Tasks;
using Microsoft.AspNetCore.WebUtilities;

namespace Kaohe.Server.Tasks.Inbox;

/// <summary>What an inbox shows, as it stands in the address: back, reload, a saved filter and a sent link all show the same.</summary>
public sealed record InboxQuery
{
    /// <summary>Which box.</summary>
    public InboxBox Box { get; init; }

    /// <summary>By urgency.</summary>
    public InboxDue Due { get; init; }

    /// <summary>Due on this day; null for any.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Assessment year; null for all.</summary>
    public int? Year { get; init; }

    /// <summary>Step code; null for all.</summary>
    public string? Step { get; init; }

    /// <summary>Unit id; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>Kind of work; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>Part of the title; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>In which order.</summary>
    public InboxSort Sort { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether it is narrowed at all.</summary>
    public bool IsNarrowed => this with { Box = default, Sort = default, Page = 1 } != new InboxQuery();

    /// <summary>Reads an address; what is missing or nonsense gets the default.</summary>
    /// <param name="uri">The address.</param>
    public static InboxQuery Read(string uri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        return new InboxQuery
        {
            Box = Choice<InboxBox>("box"),
            Due = Choice<InboxDue>("due"),
            Day = DateOnly.TryParseExact(Text("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Year = int.TryParse(Text("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
            Step = Text("step"),
            Unit = Text("unit"),
            Kind = Text("kind"),
            Text = Text("q"),
            Sort = Choice<InboxSort>("sort"),
            Page = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1,
        };

        string? Text(string name) => query.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString().Trim() : null;

        TEnum Choice<TEnum>(string name)
            where TEnum : struct, Enum => Enum.TryParse<TEnum>(Text(name), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : default;
    }

    /// <summary>The address of the inbox, or of one task in it.</summary>
    /// <param name="taskId">The task; null for none.</param>
    public string Address(string? taskId = null) => QueryHelpers.AddQueryString(taskId is null ? "/tasks" : $"/tasks/{Uri.EscapeDataString(taskId)}", Values());

    /// <summary>Address of a file with the whole list.</summary>
    public string ExportAddress => QueryHelpers.AddQueryString("/api/tasks/export", (this with { Page = 1 }).Values());

    /// <summary>The filter.</summary>
    public InboxFilter Filter() => new()
    {
        Box = Box, Due = Due, DueFrom = Day, DueTo = Day, CycleYear = Year, StepCode = Step, UnitId = Unit, Kind = Kind, Text = Text, Sort = Sort,
    };

    private Dictionary<string, string?> Values() => new (string Name, string? Value)[]
    {
        ("box", Name(Box)), ("due", Name(Due)), ("day", Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("year", Year?.ToString(CultureInfo.InvariantCulture)),
        ("step", Step), ("unit", Unit), ("kind", Kind), ("q", Text), ("sort", Name(Sort)), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    }.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);

    private static string? Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => EqualityComparer<TEnum>.Default.Equals(value, default) ? null : value.ToString().ToLowerInvariant();
}

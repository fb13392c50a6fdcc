namespace Kaohe.Storage.Definitions;

/// <summary>Which versions of definitions are meant, as Elsa's <c>versionOptions</c>.</summary>
public sealed record VersionSelection
{
    private VersionSelection(string name, int? number = null) => (Name, Number) = (name, number);

    /// <summary>The newest version.</summary>
    public static VersionSelection Latest { get; } = new(nameof(Latest));

    /// <summary>The published version.</summary>
    public static VersionSelection Published { get; } = new(nameof(Published));

    /// <summary>Versions that are not published and are the newest.</summary>
    public static VersionSelection Draft { get; } = new(nameof(Draft));

    /// <summary>The newest and the published version.</summary>
    public static VersionSelection LatestOrPublished { get; } = new(nameof(LatestOrPublished));

    /// <summary>The newest version if it is published.</summary>
    public static VersionSelection LatestAndPublished { get; } = new(nameof(LatestAndPublished));

    /// <summary>Every version.</summary>
    public static VersionSelection All { get; } = new("AllVersions");

    /// <summary>Name as Elsa writes it.</summary>
    public string Name { get; }

    /// <summary>The version number; null unless one is meant.</summary>
    public int? Number { get; }

    /// <summary>One version by its number.</summary>
    public static VersionSelection Of(int number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), number);

    /// <summary>Reads Elsa's text; nothing means every version.</summary>
    /// <returns>The selection; null when the text is none.</returns>
    public static VersionSelection? Parse(string? text) => text switch
    {
        null or "" => All,
        _ when int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) => Of(number),
        _ => new[] { Latest, Published, Draft, LatestOrPublished, LatestAndPublished, All }.FirstOrDefault(s => s.Name.Equals(text, StringComparison.OrdinalIgnoreCase)),
    };

    internal IQueryable<WorkflowDefinitionRow> Apply(IQueryable<WorkflowDefinitionRow> rows) => Name switch
    {
        _ when Number is { } number => rows.Where(d => d.Version == number),
        nameof(Latest) => rows.Where(d => d.IsLatest),
        nameof(Published) => rows.Where(d => d.IsPublished),
        nameof(Draft) => rows.Where(d => d.IsLatest && !d.IsPublished),
        nameof(LatestOrPublished) => rows.Where(d => d.IsLatest || d.IsPublished),
        nameof(LatestAndPublished) => rows.Where(d => d.IsLatest && d.IsPublished),
        _ => rows,
    };
}

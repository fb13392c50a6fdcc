using System.Text.Json.Serialization;

namespace Kaohe.Activities.Effects;

/// <summary>Whom something is opened for. The Tasks feature knows the year's units, teams and leaders and turns it into keys.</summary>
/// <param name="Kind">What one is opened for each of.</param>
/// <param name="UnitIds">The units, for <see cref="AudienceKind.Units"/>; null otherwise.</param>
public sealed record AudienceSpec(AudienceKind Kind, IReadOnlyList<string>? UnitIds = null)
{
    /// <summary>The key of what is opened once.</summary>
    public const string OnceKey = "once";

    private const string UnitsPrefix = "units:";
    private static readonly char[] Separators = [',', '，', '、', ';', '；', ' ', '\n'];

    /// <summary>Every assessed unit.</summary>
    public static AudienceSpec All { get; } = new(AudienceKind.All);

    /// <summary>Every data department.</summary>
    public static AudienceSpec Certifiers { get; } = new(AudienceKind.Certifiers);

    /// <summary>考核办.</summary>
    public static AudienceSpec Office { get; } = new(AudienceKind.Office);

    /// <summary>Every leader of the 领导组.</summary>
    public static AudienceSpec Leaders { get; } = new(AudienceKind.Leaders);

    /// <summary>Every 考核组.</summary>
    public static AudienceSpec Teams { get; } = new(AudienceKind.Team);

    /// <summary>Once.</summary>
    public static AudienceSpec Once { get; } = new(AudienceKind.Once);

    /// <summary>Whether there is one for each of a set of units.</summary>
    [JsonIgnore]
    public bool IsPerUnit => Kind is AudienceKind.All or AudienceKind.Counties or AudienceKind.Departments or AudienceKind.Units or AudienceKind.Certifiers;

    /// <summary>Whether there is exactly one, so that its key is known before it is opened.</summary>
    [JsonIgnore]
    public bool IsOnce => Kind is AudienceKind.Once or AudienceKind.Office;

    /// <summary>The keys, where they are known without asking; null where only the year's records tell them.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? KnownKeys => IsOnce ? [OnceKey] : Kind == AudienceKind.Units ? UnitIds ?? [] : null;

    /// <summary>The listed units.</summary>
    public static AudienceSpec Of(IEnumerable<string> unitIds) => new(AudienceKind.Units, [.. unitIds.Distinct(StringComparer.Ordinal)]);

    /// <summary>One unit.</summary>
    public static AudienceSpec OfUnit(string unitId) => new(AudienceKind.Units, [unitId]);

    /// <summary>
    /// Reads what the designer gives: <c>all</c>, <c>counties</c>, <c>departments</c>, <c>certifiers</c>, <c>team</c>, <c>office</c>, <c>leaders</c>, <c>once</c>,
    /// <c>units:a,b</c>, or what an expression gives: a list of unit ids, or of objects with a <c>unitId</c>.
    /// </summary>
    /// <returns>The audience; null when the value is none of these.</returns>
    public static AudienceSpec? Read(object? value) => value switch
    {
        null => null,
        AudienceSpec spec => spec,
        string text => ReadText(text.Trim()),
        IEnumerable<object?> items => ReadItems(items),
        _ => null,
    };

    /// <summary>The text that <see cref="Read"/> understands.</summary>
    public override string ToString() => Kind == AudienceKind.Units ? UnitsPrefix + string.Join(',', UnitIds ?? []) : Kind.ToString().ToLowerInvariant();

    private static AudienceSpec? ReadText(string text) =>
        text.StartsWith(UnitsPrefix, StringComparison.OrdinalIgnoreCase)
            ? Of(text[UnitsPrefix.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : Enum.TryParse<AudienceKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0]) ? new AudienceSpec(kind) : null;

    private static AudienceSpec? ReadItems(IEnumerable<object?> items)
    {
        var ids = items.Select(item => item switch
        {
            string id => id,
            IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault("unitId") as string,
            _ => null,
        }).ToList();
        return ids.Contains(null) ? null : Of(ids!);
    }
}

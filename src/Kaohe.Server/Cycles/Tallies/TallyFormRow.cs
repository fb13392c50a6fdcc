using System.Globalization;
using Kaohe.Assessment;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Tallies;

namespace Kaohe.Server.Cycles.Tallies;

/// <summary>One kind of rater as a person enters it: 发出, 收回, 有效, 无效, then one number for each option.</summary>
public sealed class TallyFormRow
{
    private static readonly string[] _fields = ["issued", "returned", "valid", "invalid"];
    private const int Fixed = 4;
    private readonly IReadOnlyList<BallotOption> _options;

    /// <summary>A row, filled with what is entered already.</summary>
    /// <param name="kind">The kind of rater.</param>
    /// <param name="options">The options.</param>
    /// <param name="entered">What is entered; null when nothing is.</param>
    public TallyFormRow(BallotKind kind, IReadOnlyList<BallotOption> options, KindTally? entered)
    {
        (Kind, _options) = (kind, options);
        Titles = ["发出", "收回", "有效", "无效", .. options.Select(option => option.Label)];
        Numbers = entered is null
            ? new int?[Titles.Count]
            : [entered.Issued, entered.Returned, entered.Valid, entered.Invalid, .. options.Select(option => (int?)entered.Count(option.Code))];
    }

    /// <summary>The kind of rater.</summary>
    public BallotKind Kind { get; }

    /// <summary>What each number is.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>The numbers; null where nothing is entered.</summary>
    public int?[] Numbers { get; }

    /// <summary>Enters a number; what is none empties the place.</summary>
    public void Set(int place, string? text) => Numbers[place] = int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>That every number is written.</summary>
    public Rule IsFilled => new KindIsFilledRule($"kinds[{Kind.Code}]", Kind.Name, [.. Titles.Select((title, place) => (FieldOf(place), title, Numbers[place]))]);

    /// <summary>The count, when <see cref="IsFilled"/> is kept.</summary>
    public KindTally ToKind() => new()
    {
        KindCode = Kind.Code,
        Issued = Numbers[0] ?? 0,
        Returned = Numbers[1] ?? 0,
        Valid = Numbers[2] ?? 0,
        Invalid = Numbers[3] ?? 0,
        Counts = _options.Select((option, place) => (option.Code, Count: Numbers[Fixed + place] ?? 0)).ToDictionary(each => each.Code, each => each.Count),
    };

    private string FieldOf(int place) => place < Fixed ? _fields[place] : $"counts[{_options[place - Fixed].Code}]";
}

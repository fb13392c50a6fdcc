using System.Globalization;
using Kaohe.Activities.Effects;
using Kaohe.Workflows.Execution;

namespace Kaohe.Activities.Plans;

/// <summary>How far a planned activity is. Kept as plain values in the activity's own memory, so that a redelivered signal finds what was heard before.</summary>
internal sealed class PlanProgress
{
    private const string Property = "Progress";
    private readonly Dictionary<string, ItemProgress> _items = new(StringComparer.Ordinal);

    public required int CycleYear { get; init; }

    public required AudienceSpec Audience { get; init; }

    /// <summary>First day; deadlines count from it.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>The deadline as designed.</summary>
    public string DeadlineText { get; init; } = "";

    /// <summary>End of the last day; null without deadline.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>End of the last day of the units, where others have time after them until <see cref="DueAt"/>; null where all have the same.</summary>
    public DateTimeOffset? UnitsDueAt { get; set; }

    /// <summary>How long those others have, as designed; empty where all have the same.</summary>
    public string AfterwardsText { get; init; } = "";

    /// <summary>Units with a last day of their own; none once the office has moved the deadline.</summary>
    public IReadOnlyDictionary<string, DateOnly> LastDays { get; set; } = UnitDays.None;

    /// <summary>The round that is held.</summary>
    public required PlanRounds Rounds { get; init; }

    /// <summary>What the rounds before left behind.</summary>
    public List<object?> Finished { get; init; } = [];

    /// <summary>Whether a round before ended after its deadline.</summary>
    public bool WasOverdue { get; init; }

    /// <summary>The bookmark that signals resume.</summary>
    public string SignalBookmark { get; set; } = "";

    /// <summary>The bookmark that the clock resumes at the deadline; null when none waits.</summary>
    public string? DeadlineBookmark { get; set; }

    /// <summary>Whether the deadline has passed.</summary>
    public bool IsOverdue { get; set; }

    /// <summary>Why the office ended it early; null while it runs as planned.</summary>
    public string? ClosingReason { get; set; }

    /// <summary>What the office was last asked reasons for: each item and its keys. Null when it was not asked.</summary>
    public Dictionary<string, HashSet<string>>? Asked { get; private set; }

    public ItemProgress this[PlanItem item] => Of(item.Code);

    public static PlanProgress Load(ActivityExecutionContext context)
    {
        var saved = context.GetProperty<Dictionary<string, object?>>(Property) ?? throw new WorkflowException("本活动没有进度记录，不能继续。请取消并重新执行。");
        var progress = new PlanProgress
        {
            CycleYear = Convert.ToInt32(saved["cycleYear"], CultureInfo.InvariantCulture),
            Audience = AudienceSpec.Read(saved["audience"]) ?? AudienceSpec.All,
            StartedOn = DateOnly.ParseExact((string)saved["startedOn"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DeadlineText = saved.GetValueOrDefault("deadlineText") as string ?? "",
            DueAt = (DateTimeOffset?)Workflows.Values.ValueConversion.To(saved.GetValueOrDefault("dueAt"), typeof(DateTimeOffset?)),
            UnitsDueAt = (DateTimeOffset?)Workflows.Values.ValueConversion.To(saved.GetValueOrDefault("unitsDueAt"), typeof(DateTimeOffset?)),
            AfterwardsText = saved.GetValueOrDefault("afterwardsText") as string ?? "",
            LastDays = UnitDays.Load(saved.GetValueOrDefault("lastDays")),
            SignalBookmark = (string)saved["signalBookmark"]!,
            DeadlineBookmark = saved.GetValueOrDefault("deadlineBookmark") as string,
            IsOverdue = saved.ContainsKey("isOverdue"),
            ClosingReason = saved.GetValueOrDefault("closingReason") as string,
            Rounds = LoadRounds(saved),
            Finished = saved.GetValueOrDefault("finished") is IEnumerable<object?> finished ? [.. finished] : [],
            WasOverdue = saved.ContainsKey("wasOverdue"),
        };
        progress.Asked = (saved.GetValueOrDefault("asked") as Dictionary<string, object?>)?.ToDictionary(
            item => item.Key, item => ((IEnumerable<object?>)item.Value!).OfType<string>().ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (code, item) in (Dictionary<string, object?>)saved["items"]!)
        {
            progress._items[code] = ItemProgress.Load((Dictionary<string, object?>)item!);
        }

        return progress;
    }

    public void Save(ActivityExecutionContext context)
    {
        var saved = new Dictionary<string, object?>
        {
            ["cycleYear"] = CycleYear,
            ["audience"] = Audience.ToString(),
            ["startedOn"] = StartedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["deadlineText"] = DeadlineText,
            ["signalBookmark"] = SignalBookmark,
            ["items"] = _items.Where(p => p.Value.HasHistory).ToDictionary(p => p.Key, p => (object?)p.Value.Save()),
        };
        Put("dueAt", DueAt);
        Put("unitsDueAt", UnitsDueAt);
        Put("afterwardsText", AfterwardsText.Length > 0 ? AfterwardsText : null);
        Put("lastDays", LastDays.Count > 0 ? UnitDays.Save(LastDays) : null);
        Put("deadlineBookmark", DeadlineBookmark);
        Put("isOverdue", IsOverdue ? true : null);
        Put("closingReason", ClosingReason);
        Put("rounds", Rounds.Count > 1 ? new List<object?> { Rounds.Count, Rounds.First, Rounds.Number } : null);
        Put("finished", Finished.Count > 0 ? Finished : null);
        Put("wasOverdue", WasOverdue ? true : null);
        Put("asked", Asked?.ToDictionary(item => item.Key, item => (object?)item.Value.Cast<object?>().ToList()));
        context.SetProperty(Property, saved);

        void Put(string name, object? value)
        {
            if (value is not null)
            {
                saved[name] = value;
            }
        }
    }

    /// <summary>Notes what the office is asked reasons for.</summary>
    public void NoteAsked(IEnumerable<(PlanItem Item, string Key)> missing) => Asked = missing.GroupBy(each => each.Item.Code, each => each.Key, StringComparer.Ordinal)
        .ToDictionary(item => item.Key, item => item.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether the office was asked about this; what has come since then is another matter.</summary>
    public bool WasAsked((PlanItem Item, string Key) work) => Asked is null || Asked.GetValueOrDefault(work.Item.Code)?.Contains(work.Key) == true;

    /// <summary>The round that is waited for, the first or the one after this: nothing is done yet, and its deadline counts from today.</summary>
    /// <param name="today">First day.</param>
    /// <param name="deadline">The deadline as it was given; empty without.</param>
    /// <param name="dueAt">End of the last day; null without deadline.</param>
    public PlanProgress BeginRound(DateOnly today, string deadline, DateTimeOffset? dueAt) => new()
    {
        CycleYear = CycleYear,
        Audience = Audience,
        StartedOn = today,
        DeadlineText = deadline,
        DueAt = dueAt,
        Rounds = SignalBookmark.Length == 0 ? Rounds : Rounds.Next,
        Finished = Finished,
        WasOverdue = WasOverdue || IsOverdue,
    };

    private static PlanRounds LoadRounds(Dictionary<string, object?> saved)
    {
        var year = Convert.ToInt32(saved["cycleYear"], CultureInfo.InvariantCulture);
        return saved.GetValueOrDefault("rounds") is IEnumerable<object?> numbers && numbers.Select(number => Convert.ToInt32(number, CultureInfo.InvariantCulture)).ToList() is [var count, var first, var number]
            ? new PlanRounds(year, count, first, number)
            : PlanRounds.Once(year);
    }

    private ItemProgress Of(string code)
    {
        if (!_items.TryGetValue(code, out var item))
        {
            _items[code] = item = new ItemProgress();
        }

        return item;
    }
}

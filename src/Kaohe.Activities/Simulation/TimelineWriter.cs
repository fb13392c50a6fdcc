using Kaohe.Office;

namespace Kaohe.Activities.Simulation;

/// <summary>Gathers what happens and folds the same thing done by many into one line.</summary>
internal sealed class TimelineWriter
{
    /// <summary>A step begins.</summary>
    public const string Begun = "环节开始";

    /// <summary>A step ends in time.</summary>
    public const string Done = "环节完成";

    /// <summary>A step ends late.</summary>
    public const string Late = "环节逾期完成";

    /// <summary>A step is sent back.</summary>
    public const string Returned = "环节退回";

    private static readonly List<string> Order = [.. StepCodes.All.Select(StepCodes.NameOf)];
    private readonly List<Group> _groups = [];
    private readonly Dictionary<string, Group> _open = new(StringComparer.Ordinal);

    /// <summary>Notes one thing.</summary>
    /// <param name="at">When.</param>
    /// <param name="step">Step, 结果运用 or 整改.</param>
    /// <param name="what">What, in Chinese.</param>
    /// <param name="run">Things of one run fold; another execution of the same step is another line.</param>
    /// <param name="count">How often at once.</param>
    public void Note(DateTimeOffset at, string step, string what, string run = "", int count = 1)
    {
        var date = OfficeTime.DateOf(at);
        var key = $"{step}/{what}/{run}";
        if (!_open.TryGetValue(key, out var group))
        {
            _open[key] = group = new Group(at, step, what);
            _groups.Add(group);
        }

        group.Until = date;
        group.Count += count;
    }

    public IReadOnlyList<TimelineEntry> Entries() =>
        [.. _groups.OrderBy(group => group.At).ThenBy(group => group.Place).Select(group => new TimelineEntry(OfficeTime.DateOf(group.At), group.Until, group.Step, group.What, group.Count))];

    private sealed class Group(DateTimeOffset at, string step, string what)
    {
        public DateTimeOffset At => at;

        public string Step => step;

        /// <summary>Order of what happens at the same moment: by step, its begin first and its end last.</summary>
        public int Place { get; } = (3 * (Order.IndexOf(step) is var index and >= 0 ? index : Order.Count)) + what switch { Begun => 0, Done or Late or Returned => 2, _ => 1 };

        public string What => what;

        public DateOnly Until { get; set; }

        public int Count { get; set; }
    }
}

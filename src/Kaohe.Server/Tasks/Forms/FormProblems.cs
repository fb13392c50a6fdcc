using Kaohe.Assessment.Visits;
using Kaohe.Office;

namespace Kaohe.Server.Tasks.Forms;

/// <summary>Gathers what is wrong with a form; every path starts with <c>data.</c>, as the API takes it.</summary>
public sealed class FormProblems
{
    private const int LongestText = 20_000;
    private readonly List<Problem> _found = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<Problem> Found => _found;

    /// <summary>Adds a problem.</summary>
    /// <param name="path">Path within the form.</param>
    /// <param name="message">Chinese: what is wrong and what to do.</param>
    public void Add(string path, string message) => _found.Add(new Problem("FormField", path.Length == 0 ? "data" : $"data.{path}", message));

    /// <summary>Adds a problem when something is so.</summary>
    /// <param name="isWrong">Whether it is wrong.</param>
    /// <param name="path">Path within the form.</param>
    /// <param name="message">Chinese: what is wrong and what to do.</param>
    public void When(bool isWrong, string path, string message)
    {
        if (isWrong)
        {
            Add(path, message);
        }
    }

    /// <summary>A text must be written, and not be longer than anybody reads.</summary>
    /// <param name="path">Path within the form.</param>
    /// <param name="text">The text.</param>
    /// <param name="name">Chinese name of the field.</param>
    /// <param name="longest">Characters at most.</param>
    public void Text(string path, string? text, string name, int longest = LongestText)
    {
        When(string.IsNullOrWhiteSpace(text), path, $"请填写“{name}”。");
        AtMost(path, text, name, longest);
    }

    /// <summary>A text may be left out, but not be longer than anybody reads.</summary>
    /// <param name="path">Path within the form.</param>
    /// <param name="text">The text.</param>
    /// <param name="name">Chinese name of the field.</param>
    /// <param name="longest">Characters at most.</param>
    public void AtMost(string path, string? text, string name, int longest = LongestText) =>
        When(text?.Length > longest, path, $"“{name}”最多 {longest} 字，现在是 {text?.Length} 字，请压缩。");

    /// <summary>A day must be chosen.</summary>
    /// <param name="path">Path within the form.</param>
    /// <param name="date">The day.</param>
    /// <param name="name">Chinese name of the field.</param>
    public void Date(string path, DateOnly? date, string name) => When(date is null, path, $"请选择“{name}”。");

    /// <summary>
    /// What a unit and its 考核组 do together is done during the visit; where no visit is on record, on any day. A visit that the office has put off by another
    /// deadline, with its reason, lasts until then.
    /// </summary>
    /// <param name="path">Path within the form.</param>
    /// <param name="what">Chinese name of what is held.</param>
    /// <param name="on">The day; null while none is chosen.</param>
    /// <param name="context">The task and the unit's visit.</param>
    public void DuringVisit(string path, string what, DateOnly? on, FormContext context)
    {
        if (on is { } day && context.Facts.Visit is { Arrives: { } arrives, Leaves: { } leaves })
        {
            // A deadline without its text is the office's own.
            var last = context.Task is { DeadlineText: null, DueAt: { } due } && OfficeTime.DateOf(due) is var moved && moved > leaves ? moved : leaves;
            foreach (var problem in new HeldDuringVisitRule(what, day, arrives, last).Problems())
            {
                Add(path, problem.Message);
            }
        }
    }

    /// <summary>A period must have both ends in order.</summary>
    /// <param name="fromPath">Path of the first day.</param>
    /// <param name="from">First day.</param>
    /// <param name="untilPath">Path of the last day.</param>
    /// <param name="until">Last day.</param>
    /// <param name="name">Chinese name of the period.</param>
    public void Period(string fromPath, DateOnly? from, string untilPath, DateOnly? until, string name)
    {
        Date(fromPath, from, $"{name}开始日期");
        Date(untilPath, until, $"{name}结束日期");
        When(until < from, untilPath, $"{name}结束日期{until:yyyy-MM-dd}早于开始日期{from:yyyy-MM-dd}，请改正。");
    }
}

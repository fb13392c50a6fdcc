using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Storage;
using Kaohe.Storage.Assessment.Cycles;

namespace Kaohe.Server.Documents.Facts;

/// <summary>The records of a year that one document draws on, and the fields found so far.</summary>
internal sealed class FactSheet
{
    private const string SubmittedField = "submitted"; // the form of the work before: it is read from the records, not copied into a paper's fields
    private readonly Dictionary<string, object?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _decided = new(StringComparer.Ordinal);

    /// <summary>For further reads; nothing is changed.</summary>
    public required KaoheDb Db { get; init; }

    /// <summary>What the document is about.</summary>
    public required DocumentSubject Subject { get; init; }

    /// <summary>The year; null when it is not on record.</summary>
    public Cycle? Cycle { get; init; }

    /// <summary>The scheme in force; null without.</summary>
    public Scheme? Scheme { get; init; }

    /// <summary>All units in their official order.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>The one unit that it is about; null when it is addressed to many.</summary>
    public Unit? About { get; init; }

    /// <summary>People by id.</summary>
    public required IReadOnlyDictionary<string, Official> Officials { get; init; }

    /// <summary>The year's teams.</summary>
    public required IReadOnlyList<AssessmentTeam> Teams { get; init; }

    /// <summary>Working days.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>What people have submitted.</summary>
    public required SubmittedWork Work { get; init; }

    /// <summary>The day of the draft.</summary>
    public DateOnly Today => OfficeTime.DateOf(Subject.At);

    /// <summary>The team of the unit; null without.</summary>
    public AssessmentTeam? Team => About is { } unit ? Teams.FirstOrDefault(team => team.UnitIds.Contains(unit.Id)) : null;

    /// <summary>States a field that the flow may still say otherwise; nothing is stated by null.</summary>
    public void Know(string field, object? value) => State(_known, field, value);

    /// <summary>States a field that people have decided in the year: it stands above what the flow was drawn with.</summary>
    public void Decide(string field, object? value) => State(_decided, field, value);

    /// <summary>Whether a unit is among those that the paper is about; all are, where it names none.</summary>
    public bool Concerns(string unitId) => Subject.RecipientIds.Count == 0 || Subject.RecipientIds.Contains(unitId);

    /// <summary>Name of a person; the id where nobody of that id is on record.</summary>
    public string NameOf(string id) => Officials.GetValueOrDefault(id)?.Name ?? id;

    /// <summary>Name and post of a person.</summary>
    public string NameAndPost(string id) => Officials.GetValueOrDefault(id) is { Post.Length: > 0 } official ? $"{official.Name}（{official.Post}）" : NameOf(id);

    /// <summary>All fields: what is known, over it what the flow gave, over it what was decided.</summary>
    public IReadOnlyDictionary<string, object?> Fields(Dictionary<string, object?> common)
    {
        foreach (var (name, value) in _known.Concat(Subject.Given.Where(pair => pair.Value is not null && pair.Key != SubmittedField)).Concat(_decided))
        {
            common[name] = value;
        }

        return common;
    }

    private static void State(Dictionary<string, object?> fields, string field, object? value)
    {
        if (value is not null)
        {
            fields[field] = value;
        }
    }
}

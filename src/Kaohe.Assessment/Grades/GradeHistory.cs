namespace Kaohe.Assessment.Grades;

/// <summary>等次档案: grades of units and persons over the years.</summary>
public sealed record GradeHistory
{
    /// <summary>Grades of units.</summary>
    public IReadOnlyList<UnitGradeRecord> Units { get; init; } = [];

    /// <summary>Grades of persons.</summary>
    public IReadOnlyList<PersonGradeRecord> Persons { get; init; } = [];

    /// <summary>Nothing on record.</summary>
    public static GradeHistory Empty { get; } = new();

    /// <summary>The grade of a unit in a year, or nothing.</summary>
    public Grade? GradeOf(string unitId, int year) =>
        Units.LastOrDefault(record => record.UnitId == unitId && record.Year == year)?.Grade;

    /// <summary>The record of a person in a year, or nothing.</summary>
    public PersonGradeRecord? RecordOf(string officialId, int year) =>
        Persons.LastOrDefault(record => record.OfficialId == officialId && record.Year == year);

    /// <summary>How many years without a gap, ending with <paramref name="lastYear"/>, the unit had this grade.</summary>
    public int Run(string unitId, Grade grade, int lastYear)
    {
        var years = 0;
        while (GradeOf(unitId, lastYear - years) == grade)
        {
            years++;
        }

        return years;
    }

    /// <summary>
    /// The history with a year's decisions added; a record of the same unit and year is replaced, as after a 复核.
    /// </summary>
    public GradeHistory With(IReadOnlyList<UnitGradeRecord> units, IReadOnlyList<PersonGradeRecord>? persons = null)
    {
        var added = units.Select(record => (record.UnitId, record.Year)).ToHashSet();
        var addedPersons = (persons ?? []).Select(record => (record.OfficialId, record.Year)).ToHashSet();
        return new GradeHistory
        {
            Units = [.. Units.Where(record => !added.Contains((record.UnitId, record.Year))), .. units],
            Persons = [.. Persons.Where(record => !addedPersons.Contains((record.OfficialId, record.Year))), .. persons ?? []],
        };
    }
}

/// <summary>A unit's result of one year.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Year">The assessed year.</param>
/// <param name="Grade">The grade.</param>
/// <param name="Score">The total; empty where only the grade is known.</param>
/// <param name="Rank">Rank in the group; empty where only the grade is known.</param>
public sealed record UnitGradeRecord(string UnitId, int Year, Grade Grade, decimal? Score = null, int? Rank = null);

/// <summary>A person's result of one year.</summary>
/// <param name="OfficialId">The person.</param>
/// <param name="Year">The assessed year.</param>
/// <param name="Grade">The person's grade; empty when none was given (for example a new post).</param>
/// <param name="UnitId">The unit served in.</param>
/// <param name="Post">The post held.</param>
/// <param name="WasHead">True for the 班子正职.</param>
public sealed record PersonGradeRecord(string OfficialId, int Year, PersonGrade? Grade, string UnitId, string Post, bool WasHead);

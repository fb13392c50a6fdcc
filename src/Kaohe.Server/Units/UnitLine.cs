using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Schemes;
using Kaohe.Assessment.Units;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Units;

/// <summary>A unit in a list.</summary>
public sealed record UnitLine
{
    /// <summary>The unit.</summary>
    public required string Id { get; init; }

    /// <summary>Short name.</summary>
    public required string ShortName { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary><c>county</c> or <c>department</c>, as in addresses.</summary>
    public required string Kind { get; init; }

    /// <summary>县市区, or the type of the department.</summary>
    public required string TypeName { get; init; }

    /// <summary>主要负责人 with post.</summary>
    public string Leader { get; init; } = "";

    /// <summary>联络员.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Telephone.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Readings on record.</summary>
    public int Readings { get; init; }

    /// <summary>Certified ones among them.</summary>
    public int Certified { get; init; }

    /// <summary>Grade of the year before; empty when there is none.</summary>
    public string LastGrade { get; init; } = "";

    /// <summary>All units in their official order.</summary>
    public static async Task<IReadOnlyList<UnitLine>> ReadAsync(KaoheDb db, int year, CancellationToken cancellationToken)
    {
        var scheme = await db.SchemeAsync(year, cancellationToken) ?? SchemeDefaults.For(year);
        var officials = await db.OfficialsAsync(cancellationToken);
        var counts = (await db.Readings.Where(reading => reading.CycleYear == year).GroupBy(reading => reading.UnitId)
            .Select(same => new { UnitId = same.Key, All = same.Count(), Certified = same.Count(reading => reading.State == ReadingState.Certified) })
            .ToListAsync(cancellationToken)).ToDictionary(each => each.UnitId);
        var grades = await db.UnitGrades.Where(grade => grade.Year == year - 1).Select(grade => new { grade.UnitId, grade.Grade }).ToDictionaryAsync(each => each.UnitId, cancellationToken);
        return
        [
            .. (await db.UnitsAsync(cancellationToken)).Select(unit => new UnitLine
            {
                Id = unit.Id,
                ShortName = unit.ShortName,
                Name = unit.Name,
                Kind = unit.Kind == UnitKind.County ? "county" : "department",
                TypeName = TypeOf(unit, scheme),
                Leader = UnitHead.Of(unit, officials) is { } leader ? $"{leader.Name}（{leader.Post}）" : unit.LeaderPost,
                Contact = unit.ContactName,
                Phone = unit.ContactPhone,
                Readings = counts.GetValueOrDefault(unit.Id)?.All ?? 0,
                Certified = counts.GetValueOrDefault(unit.Id)?.Certified ?? 0,
                LastGrade = grades.GetValueOrDefault(unit.Id) is { } grade ? GradeNames.Of(grade.Grade, scheme.Grades.Labels) : "",
            }),
        ];
    }

    /// <summary>县市区, or the name of the department's type.</summary>
    public static string TypeOf(Unit unit, Scheme scheme) => unit.Kind == UnitKind.County
        ? "县市区"
        : scheme.DepartmentTypes.FirstOrDefault(type => type.Code == unit.DepartmentType)?.Name ?? "市直部门";
}

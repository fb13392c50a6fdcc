using Kaohe.Assessment.Grades;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Units;

/// <summary>A unit's result of one year, in the archive.</summary>
public sealed class UnitGradeRow : AggregateRow<UnitGradeRecord>
{
    /// <summary>The unit.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>The grade.</summary>
    public Grade Grade { get; private set; }

    /// <summary>Makes a row.</summary>
    public static UnitGradeRow Of(UnitGradeRecord value)
    {
        var row = new UnitGradeRow();
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(UnitGradeRecord value) => (UnitId, Year, Grade) = (value.UnitId, value.Year, value.Grade);
}

/// <summary>A person's result of one year, in the archive.</summary>
public sealed class PersonGradeRow : AggregateRow<PersonGradeRecord>
{
    /// <summary>The person.</summary>
    public string OfficialId { get; private set; } = "";

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>The unit served in.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>Makes a row.</summary>
    public static PersonGradeRow Of(PersonGradeRecord value)
    {
        var row = new PersonGradeRow();
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(PersonGradeRecord value) => (OfficialId, Year, UnitId) = (value.OfficialId, value.Year, value.UnitId);
}

internal sealed class GradeHistoryTables : IEntityTypeConfiguration<UnitGradeRow>, IEntityTypeConfiguration<PersonGradeRow>
{
    public void Configure(EntityTypeBuilder<UnitGradeRow> builder)
    {
        builder.IsAggregate<UnitGradeRow, UnitGradeRecord>("unit_grades").HasKey(g => new { g.UnitId, g.Year });
        builder.Property(g => g.UnitId).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(g => g.Grade).IsName();
        builder.HasIndex(g => g.Year);
    }

    public void Configure(EntityTypeBuilder<PersonGradeRow> builder)
    {
        builder.IsAggregate<PersonGradeRow, PersonGradeRecord>("person_grades").HasKey(g => new { g.OfficialId, g.Year });
        builder.Property(g => g.OfficialId).HasMaxLength(AggregateConfiguration.IdLength);
        builder.HasIndex(g => new { g.UnitId, g.Year });
    }
}

using Kaohe.Assessment.Officials;
using Kaohe.Storage.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Cycles;

/// <summary>A 考核组 of a year.</summary>
public sealed class TeamRow : AggregateRow<AssessmentTeam>, IReferenceRow
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The team.</summary>
    public string TeamId { get; private set; } = "";

    /// <summary>Makes a row.</summary>
    public static TeamRow Of(int year, AssessmentTeam value)
    {
        var row = new TeamRow { CycleYear = year };
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(AssessmentTeam value) => TeamId = value.Id;
}

internal sealed class TeamTable : IEntityTypeConfiguration<TeamRow>
{
    public void Configure(EntityTypeBuilder<TeamRow> builder)
    {
        builder.IsAggregate<TeamRow, AssessmentTeam>("assessment_teams").HasKey(t => new { t.CycleYear, t.TeamId });
        builder.Property(t => t.TeamId).HasMaxLength(AggregateConfiguration.IdLength);
    }
}

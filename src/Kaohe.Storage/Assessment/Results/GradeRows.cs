using Kaohe.Assessment.Grades;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Results;

/// <summary>等次建议 for a group.</summary>
public sealed class GradeProposalRow : AggregateRow<GradeProposal>
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The group.</summary>
    public string GroupId { get; private set; } = "";

    /// <summary>When it was worked out.</summary>
    public DateTimeOffset ProposedAt { get; set; }

    /// <summary>Makes a row.</summary>
    public static GradeProposalRow Of(GradeProposal value, DateTimeOffset at)
    {
        var row = new GradeProposalRow { ProposedAt = at };
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(GradeProposal value) => (CycleYear, GroupId) = (value.Year, value.GroupId);
}

/// <summary>What the 领导组 decided about a unit.</summary>
public sealed class GradeDecisionRow : AggregateRow<GradeDecision>
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The unit.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>Its group.</summary>
    public string GroupId { get; private set; } = "";

    /// <summary>The grade.</summary>
    public Grade Decided { get; private set; }

    /// <summary>Makes a row.</summary>
    public static GradeDecisionRow Of(GradeDecision value)
    {
        var row = new GradeDecisionRow();
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(GradeDecision value) =>
        (CycleYear, UnitId, GroupId, Decided) = (value.Year, value.UnitId, value.GroupId, value.Decided);
}

internal sealed class GradeTables : IEntityTypeConfiguration<GradeProposalRow>, IEntityTypeConfiguration<GradeDecisionRow>
{
    public void Configure(EntityTypeBuilder<GradeProposalRow> builder)
    {
        builder.IsAggregate<GradeProposalRow, GradeProposal>("grade_proposals").HasKey(p => new { p.CycleYear, p.GroupId });
        builder.Property(p => p.GroupId).HasMaxLength(AggregateConfiguration.IdLength);
    }

    public void Configure(EntityTypeBuilder<GradeDecisionRow> builder)
    {
        builder.IsAggregate<GradeDecisionRow, GradeDecision>("grade_decisions").HasKey(d => new { d.CycleYear, d.UnitId });
        builder.Property(d => d.UnitId).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(d => d.Decided).IsName();
        builder.HasIndex(d => new { d.CycleYear, d.GroupId });
    }
}

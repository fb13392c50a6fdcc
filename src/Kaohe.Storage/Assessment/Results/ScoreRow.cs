using Kaohe.Assessment;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Results;

/// <summary>A unit's 综合得分 as last computed. The why-tree is large and has a column of its own, so that lists do not read it.</summary>
public sealed class ScoreRow : AggregateRow<CompositeScore>
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>The unit.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>Its group.</summary>
    public string GroupId { get; private set; } = "";

    /// <summary>The version of the scheme by which it was computed.</summary>
    public int SchemeVersion { get; private set; }

    /// <summary>Unrounded total; null while a problem stands in the way.</summary>
    public decimal? Total { get; private set; }

    /// <summary>Rank in the group; null without a total.</summary>
    public int? Rank { get; private set; }

    /// <summary>Whether another unit has the same rank.</summary>
    public bool IsTied { get; private set; }

    /// <summary>Whether it has the lowest score of its group.</summary>
    public bool IsLast { get; private set; }

    /// <summary>When it was computed.</summary>
    public DateTimeOffset ComputedAt { get; private set; }

    /// <summary>The tree of reasons (<see cref="Explanation"/>) as JSON.</summary>
    public string WhyJson { get; private set; } = "";

    /// <summary>The score with its whole tree of reasons.</summary>
    public CompositeScore WithWhy => Value with { Why = AssessmentJson.Read<Explanation>(WhyJson) };

    /// <summary>Puts a computed score and its rank into the row.</summary>
    public void Write(CompositeScore score, RankEntry? rank, DateTimeOffset at)
    {
        Write(score with { Why = score.Why with { Children = [] } });
        WhyJson = AssessmentJson.Write(score.Why);
        (Rank, IsTied, IsLast, ComputedAt) = (rank?.Rank, rank?.IsTied ?? false, rank?.IsLast ?? false, at);
    }

    /// <summary>Makes a row.</summary>
    public static ScoreRow Of(CompositeScore score, RankEntry? rank, DateTimeOffset at)
    {
        var row = new ScoreRow();
        row.Write(score, rank, at);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(CompositeScore value) =>
        (CycleYear, UnitId, GroupId, SchemeVersion, Total) = (value.Year, value.UnitId, value.GroupId, value.SchemeVersion, value.Total);
}

internal sealed class ScoreTable : IEntityTypeConfiguration<ScoreRow>
{
    public void Configure(EntityTypeBuilder<ScoreRow> builder)
    {
        builder.IsAggregate<ScoreRow, CompositeScore>("composite_scores").HasKey(s => new { s.CycleYear, s.UnitId });
        builder.Property(s => s.UnitId).HasMaxLength(AggregateConfiguration.IdLength);
        builder.HasIndex(s => new { s.CycleYear, s.GroupId, s.Rank });
    }
}

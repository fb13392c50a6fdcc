using Kaohe.Assessment.Schemes;
using Kaohe.Storage.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Cycles;

/// <summary>One version of a year's scheme. An approved version never changes.</summary>
public sealed class SchemeRow : AggregateRow<Scheme>, IReferenceRow
{
    /// <summary>The assessed year.</summary>
    public int CycleYear { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int SchemeVersion { get; private set; }

    /// <summary>Whether it is approved.</summary>
    public bool IsApproved { get; private set; }

    /// <summary>Makes a row.</summary>
    public static SchemeRow Of(Scheme value)
    {
        var row = new SchemeRow();
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(Scheme value) =>
        (CycleYear, SchemeVersion, IsApproved) = (value.Year, value.Version, value.Approval is not null);
}

internal sealed class SchemeTable : IEntityTypeConfiguration<SchemeRow>
{
    public void Configure(EntityTypeBuilder<SchemeRow> builder) =>
        builder.IsAggregate<SchemeRow, Scheme>("schemes").HasKey(s => new { s.CycleYear, s.SchemeVersion });
}

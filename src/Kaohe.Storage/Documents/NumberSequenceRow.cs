using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Documents;

/// <summary>The numbers of one issuer and year. The version makes allocation atomic on both databases.</summary>
public sealed class NumberSequenceRow
{
    /// <summary>机关代字.</summary>
    public required string IssuerCode { get; init; }

    /// <summary>Year.</summary>
    public required int Year { get; init; }

    /// <summary>Counts changes; a save on an older one is run again.</summary>
    public long Version { get; set; }

    /// <summary>The last number given.</summary>
    public int Last { get; set; }

    /// <summary>The sequence (<see cref="Kaohe.Office.Documents.NumberSequence"/>) as JSON.</summary>
    public required string Json { get; set; }
}

internal sealed class NumberSequenceTable : IEntityTypeConfiguration<NumberSequenceRow>
{
    public void Configure(EntityTypeBuilder<NumberSequenceRow> builder)
    {
        builder.ToTable("number_sequences");
        builder.HasKey(s => new { s.IssuerCode, s.Year });
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Tasks;

/// <summary>How far the demo's clock is ahead of the machine's. One row at most; none without a demo.</summary>
public sealed class DemoClockRow
{
    /// <summary>The one id.</summary>
    public const int TheId = 1;

    /// <summary>Always <see cref="TheId"/>.</summary>
    public int Id { get; init; } = TheId;

    /// <summary>Ticks ahead of the machine's clock, not negative.</summary>
    public long AheadTicks { get; set; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; set; }
}

internal sealed class DemoClockTable : IEntityTypeConfiguration<DemoClockRow>
{
    public void Configure(EntityTypeBuilder<DemoClockRow> builder)
    {
        builder.ToTable("demo_clock");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}

using Kaohe.Assessment.Officials;
using Kaohe.Storage.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Units;

/// <summary>An official. The account, if there is one, carries this id as its person.</summary>
public sealed class OfficialRow : AggregateRow<Official>, IReferenceRow
{
    /// <summary>Stable id; <see cref="Identity.KaoheUser.PersonId"/> of the account.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The unit.</summary>
    public string UnitId { get; private set; } = "";

    /// <summary>Standing in the leading body.</summary>
    public PostRank Rank { get; private set; }

    /// <summary>False for somebody who has left.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Makes a row.</summary>
    public static OfficialRow Of(Official value)
    {
        var row = new OfficialRow();
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(Official value) => (Id, Name, UnitId, Rank) = (value.Id, value.Name, value.UnitId, value.Rank);
}

internal sealed class OfficialTable : IEntityTypeConfiguration<OfficialRow>
{
    public void Configure(EntityTypeBuilder<OfficialRow> builder)
    {
        builder.IsAggregate<OfficialRow, Official>("officials").HasKey(o => o.Id);
        builder.Property(o => o.Id).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(o => o.Rank).IsName();
        builder.HasIndex(o => o.UnitId);
    }
}

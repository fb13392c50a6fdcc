using Kaohe.Assessment.Units;
using Kaohe.Storage.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment.Units;

/// <summary>An assessed unit. It stays over the years; what it reached in a year stands elsewhere.</summary>
public sealed class UnitRow : AggregateRow<Unit>, IReferenceRow
{
    /// <summary>Stable id.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Official code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Short name.</summary>
    public string ShortName { get; private set; } = "";

    /// <summary>County or department.</summary>
    public UnitKind Kind { get; private set; }

    /// <summary>Type of a department.</summary>
    public string? DepartmentType { get; private set; }

    /// <summary>The group it is ranked in.</summary>
    public string GroupId { get; private set; } = "";

    /// <summary>Place in lists.</summary>
    public int Order { get; private set; }

    /// <summary>False for a unit that is no longer assessed (dissolved, merged).</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Makes a row.</summary>
    public static UnitRow Of(Unit value)
    {
        var row = new UnitRow();
        row.Write(value);
        return row;
    }

    /// <inheritdoc />
    protected override void SetColumns(Unit value)
    {
        (Id, Code, Name, ShortName) = (value.Id, value.Code, value.Name, value.ShortName);
        (Kind, DepartmentType, GroupId, Order) = (value.Kind, value.DepartmentType, value.GroupId, value.Order);
    }
}

internal sealed class UnitTable : IEntityTypeConfiguration<UnitRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> builder)
    {
        builder.IsAggregate<UnitRow, Unit>("units").HasKey(u => u.Id);
        builder.Property(u => u.Id).HasMaxLength(AggregateConfiguration.IdLength);
        builder.Property(u => u.Kind).IsName();
        builder.HasIndex(u => u.Code);
        builder.HasIndex(u => new { u.GroupId, u.Order });
    }
}

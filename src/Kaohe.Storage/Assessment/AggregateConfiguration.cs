using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Assessment;

/// <summary>What every table of the assessment has in common.</summary>
internal static class AggregateConfiguration
{
    /// <summary>Longest id that a table accepts.</summary>
    public const int IdLength = 100;

    /// <summary>Names the table and makes the version its concurrency token.</summary>
    public static EntityTypeBuilder<TRow> IsAggregate<TRow, T>(this EntityTypeBuilder<TRow> builder, string table)
        where TRow : AggregateRow<T>
        where T : class
    {
        builder.ToTable(table);
        builder.Property(row => row.Version).IsConcurrencyToken();
        return builder;
    }

    /// <summary>Stores an enumeration as its name, so that the table can be read without the program.</summary>
    public static PropertyBuilder<TEnum> IsName<TEnum>(this PropertyBuilder<TEnum> property) => property.HasConversion<string>().HasMaxLength(40);
}

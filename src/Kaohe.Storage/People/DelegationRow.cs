using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Storage.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.People;

/// <summary>代理 on record: columns for what lists ask about, and the record itself. Never deleted, and changed once at most: when it is ended early.</summary>
public sealed class DelegationRow : IReferenceRow
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Who is away.</summary>
    public required string PrincipalId { get; init; }

    /// <summary>Who stands in.</summary>
    public required string ProxyId { get; init; }

    /// <summary>First day, office time.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, office time.</summary>
    public required DateOnly To { get; init; }

    /// <summary>When it was ended early; null when it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Counts changes.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>The record (<see cref="Delegation"/>) as JSON.</summary>
    public required string Json { get; set; }

    /// <summary>The record.</summary>
    public Delegation Value => JsonSerializer.Deserialize<Delegation>(Json, OfficeJson.Options)!;

    /// <summary>A row for a new delegation.</summary>
    /// <param name="value">The delegation.</param>
    public static DelegationRow Of(Delegation value) => new()
    {
        Id = value.Id,
        PrincipalId = value.Principal.Id,
        ProxyId = value.Proxy.Id,
        From = value.From,
        To = value.To,
        Json = JsonSerializer.Serialize(value, OfficeJson.Options),
    };

    /// <summary>Ends it early.</summary>
    /// <param name="by">Who ends it.</param>
    /// <param name="at">When.</param>
    public void Revoke(PersonRef by, DateTimeOffset at)
    {
        RevokedAt = at;
        Version++;
        Json = JsonSerializer.Serialize(Value with { RevokedAt = at, RevokedBy = by }, OfficeJson.Options);
    }
}

internal sealed class DelegationTable : IEntityTypeConfiguration<DelegationRow>
{
    public void Configure(EntityTypeBuilder<DelegationRow> builder)
    {
        builder.ToTable("delegations");
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasIndex(one => one.PrincipalId);
        builder.HasIndex(one => one.ProxyId);
        builder.HasIndex(one => one.To);
    }
}

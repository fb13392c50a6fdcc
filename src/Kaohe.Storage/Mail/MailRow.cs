using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Mail;

/// <summary>
/// One mail to one person: the log that the page 邮件 shows. The message itself lies as .eml in the data folder; mails that leave together share one.
/// </summary>
public sealed class MailRow : IPreparedRow
{
    /// <summary>Key of the effect that sends it, and its Message-ID: one mail once.</summary>
    public required string Key { get; init; }

    /// <summary>Where it stands.</summary>
    public MailState State { get; set; }

    /// <summary>Address; empty when the person has none on record.</summary>
    public required string Address { get; init; }

    /// <summary>Name of the recipient.</summary>
    public required string RecipientName { get; init; }

    /// <summary>The person; null for an address outside of the directory.</summary>
    public string? PersonId { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Why the last attempt did not work; null when it did.</summary>
    public string? Error { get; set; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; set; }

    /// <summary>The assessed unit it is about; null when it is about none.</summary>
    public string? UnitId { get; init; }

    /// <summary>The task it is about; null when none.</summary>
    public string? TaskId { get; init; }

    /// <summary>The document it is about; null when none.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Assessment year; null outside of one.</summary>
    public int? CycleYear { get; init; }

    /// <summary>When it leaves: after the digest window, outside of quiet hours.</summary>
    public DateTimeOffset LeavesAt { get; set; }

    /// <summary>The mail to the same person in which this one is told too; null when it is a message of its own.</summary>
    public string? HeadKey { get; set; }

    /// <summary>Grows when a mail joins this one and with each attempt to send it. A concurrency token: nothing joins a message at the moment in which it leaves.</summary>
    public int Joined { get; set; }

    /// <summary>Path of the .eml below the mail folder; null before the first attempt.</summary>
    public string? EmlPath { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was sent; null before.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Its Message-ID, by which replies and bounces name it; null for mails from before it was kept.</summary>
    public string? MessageId { get; init; }

    /// <summary>When the receiving side sent it back; null while it has not. The reason is in <see cref="Error"/>.</summary>
    public DateTimeOffset? BouncedAt { get; set; }

    /// <summary>What it is made of, as JSON, so that it can be sent again.</summary>
    public required string Payload { get; init; }
}

internal sealed class MailTable : IEntityTypeConfiguration<MailRow>
{
    public void Configure(EntityTypeBuilder<MailRow> builder)
    {
        builder.ToTable("mails");
        builder.HasKey(m => m.Key);
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(m => m.Payload).HasColumnOrder(100);
        builder.HasIndex(m => new { m.State, m.CreatedAt });
        builder.HasIndex(m => m.CreatedAt);
        builder.HasIndex(m => new { m.PersonId, m.CreatedAt });
        builder.HasIndex(m => new { m.UnitId, m.CreatedAt });
        builder.Property(m => m.Joined).IsConcurrencyToken();

        // With the address alone SQLite would rather read all that waits than look for several addresses.
        builder.HasIndex(m => new { m.Address, m.State }).HasFilter("state = 'Waiting'");
        builder.HasIndex(m => m.HeadKey).HasFilter("head_key IS NOT NULL");
        builder.HasIndex(m => m.MessageId);
        builder.HasIndex(m => m.TaskId);
        builder.HasIndex(m => m.DocumentId);
    }
}

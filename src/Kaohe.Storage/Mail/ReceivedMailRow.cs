using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Mail;

/// <summary>Where a received mail stands.</summary>
public enum ReceivedMailState
{
    /// <summary>待处理: the office has to look at it.</summary>
    Waiting,

    /// <summary>Taken over: by the product, or filed or answered by the office.</summary>
    Handled,

    /// <summary>An automatic reply, a receipt, or a mail of our own: nothing was done.</summary>
    Ignored,

    /// <summary>The office put it aside, with a reason.</summary>
    Discarded,
}

/// <summary>A mail that was read from the mailbox, once. The message itself lies under its hash among the kept files.</summary>
public sealed class ReceivedMailRow
{
    /// <summary>SHA-256 of its Message-ID, or of its bytes when it has none; lower-case hexadecimal.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public ReceivedMailState State { get; set; }

    /// <summary>Address of the sender as the mail says.</summary>
    public required string FromAddress { get; init; }

    /// <summary>Name of the sender as the mail says.</summary>
    public required string FromName { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>What the sender wrote, without quotes and signature.</summary>
    public required string Text { get; init; }

    /// <summary>Number of attachments.</summary>
    public int AttachmentCount { get; init; }

    /// <summary>SHA-256 of the whole message among the kept files; null for one that was too large to fetch.</summary>
    public string? Content { get; init; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What became of it and why, in Chinese.</summary>
    public required string Note { get; set; }

    /// <summary>The mail of ours that it answers; null when it answers none.</summary>
    public string? MailKey { get; init; }

    /// <summary>The task it is about; null when none is known.</summary>
    public string? TaskId { get; set; }

    /// <summary>The person it came from, when the address is known; null otherwise.</summary>
    public string? PersonId { get; init; }

    /// <summary>Name of who dealt with it in the office; null when nobody had to.</summary>
    public string? HandledByName { get; set; }

    /// <summary>When the office dealt with it.</summary>
    public DateTimeOffset? HandledAt { get; set; }
}

internal sealed class ReceivedMailTable : IEntityTypeConfiguration<ReceivedMailRow>
{
    public void Configure(EntityTypeBuilder<ReceivedMailRow> builder)
    {
        builder.ToTable("received_mails");
        builder.HasKey(mail => mail.Id);
        builder.Property(mail => mail.Id).HasMaxLength(64);
        builder.Property(mail => mail.State).HasConversion<string>().HasMaxLength(16).IsConcurrencyToken();
        builder.Property(mail => mail.Text).HasColumnOrder(100);
        builder.HasIndex(mail => new { mail.State, mail.ReceivedAt });
        builder.HasIndex(mail => mail.ReceivedAt);
        builder.HasIndex(mail => new { mail.TaskId, mail.ReceivedAt });
        builder.HasIndex(mail => new { mail.PersonId, mail.ReceivedAt });
    }
}

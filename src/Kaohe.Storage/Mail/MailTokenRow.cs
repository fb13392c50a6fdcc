using Kaohe.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kaohe.Storage.Mail;

/// <summary>The one thing that a token is good for.</summary>
public enum MailTokenPurpose
{
    /// <summary>Opens the page of a task from the link in a mail.</summary>
    Open,

    /// <summary>Says in a reply's address to which mail it answers.</summary>
    Reply,
}

/// <summary>A token that went out in a mail; only its hash is kept. It holds as long as its task lives.</summary>
public sealed class MailTokenRow : IPreparedRow
{
    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>What it is good for.</summary>
    public MailTokenPurpose Purpose { get; init; }

    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>To whom the mail went.</summary>
    public required string PersonId { get; init; }

    /// <summary>The mail.</summary>
    public required string MailKey { get; init; }

    /// <summary>When the mail was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class MailTokenTable : IEntityTypeConfiguration<MailTokenRow>
{
    public void Configure(EntityTypeBuilder<MailTokenRow> builder)
    {
        builder.ToTable("mail_tokens");
        builder.HasKey(token => token.Hash);
        builder.Property(token => token.Hash).HasMaxLength(64);
        builder.Property(token => token.Purpose).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(token => token.TaskId);
        builder.HasIndex(token => token.CreatedAt);
    }
}

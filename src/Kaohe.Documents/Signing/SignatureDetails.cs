namespace Kaohe.Documents.Signing;

/// <summary>What a signature says besides who made it.</summary>
/// <param name="Reason">Chinese, for example 签发 or 会签.</param>
/// <param name="At">Claimed moment of signing, shown by readers; a time stamp authority can witness it.</param>
public sealed record SignatureDetails(string Reason, DateTimeOffset At);

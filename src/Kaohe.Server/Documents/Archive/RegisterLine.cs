namespace Kaohe.Server.Documents.Archive;

/// <summary>One number of the 发文登记簿.</summary>
/// <param name="Number">As printed, e.g. 忻考办〔2026〕1号.</param>
/// <param name="Serial">1, 2, 3…</param>
/// <param name="DocumentId">The document it was given to.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Name of its template.</param>
/// <param name="CycleYear">Assessment year; null outside of one.</param>
/// <param name="SignedBy">Who signed it; null for a paper that nobody signs.</param>
/// <param name="SignedAt">When; null without.</param>
/// <param name="IssuedAt">When it went out; null before.</param>
/// <param name="Recipients">To how many.</param>
/// <param name="Received">How many have signed for it.</param>
/// <param name="NeedsReceipts">Whether receipts are collected.</param>
/// <param name="State">Where it stands, in Chinese.</param>
/// <param name="VoidReason">Why the number is void; null while valid.</param>
/// <param name="Sha256">Hash of the file that went out; null before.</param>
/// <param name="CheckCode">核验码.</param>
public sealed record RegisterLine(
    string Number, int Serial, string DocumentId, string Title, string Kind, int? CycleYear, string? SignedBy, DateTimeOffset? SignedAt, DateTimeOffset? IssuedAt,
    int Recipients, int Received, bool NeedsReceipts, string State, string? VoidReason, string? Sha256, string CheckCode);

/// <summary>A series of numbers.</summary>
/// <param name="IssuerCode">机关代字.</param>
/// <param name="Year">Year in 〔〕.</param>
/// <param name="Count">Numbers given.</param>
public sealed record RegisterSeries(string IssuerCode, int Year, int Count);

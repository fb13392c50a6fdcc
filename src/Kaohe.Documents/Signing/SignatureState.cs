namespace Kaohe.Documents.Signing;

/// <summary>One signature found in a PDF.</summary>
/// <param name="Signer">Name in the certificate.</param>
/// <param name="Thumbprint">SHA-256 of the certificate, to compare with the site's own.</param>
/// <param name="IsIntact">The bytes it covers are unchanged since it was made.</param>
/// <param name="CoversWholeFile">Nothing was added behind it. True only for the last of several signatures.</param>
/// <param name="WitnessedAt">The time stamp's moment, or null without one.</param>
public sealed record SignatureState(string Signer, string Thumbprint, bool IsIntact, bool CoversWholeFile, DateTimeOffset? WitnessedAt);

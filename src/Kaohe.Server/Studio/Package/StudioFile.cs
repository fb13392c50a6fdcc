namespace Kaohe.Server.Studio.Package;

/// <summary>A file of Elsa Studio.</summary>
/// <param name="Path">Full path on this machine.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="IsHashed">Whether its name changes with its content.</param>
/// <param name="HasBrotli">Whether <c>.br</c> lies beside it.</param>
/// <param name="HasGzip">Whether <c>.gz</c> lies beside it.</param>
public sealed record StudioFile(string Path, string ContentType, bool IsHashed, bool HasBrotli, bool HasGzip);

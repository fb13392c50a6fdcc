using System.Security.Cryptography;
using System.Text;

namespace Kaohe.Server.Documents;

/// <summary>Ids and codes of documents.</summary>
internal static class DocumentIds
{
    private const string CodeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>The id of the document that an effect asks for: the same at every attempt.</summary>
    public static string Of(string effectKey) => "d" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(effectKey)))[..24];

    /// <summary>A code that nobody can guess and everybody can type: 12 letters and figures in three groups.</summary>
    public static string NewCheckCode() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(CodeLetters, 4)));

    /// <summary>What was typed, as <see cref="NewCheckCode"/> writes it; empty when it cannot be one.</summary>
    public static string Normalize(string? typed)
    {
        var letters = string.Concat((typed ?? "").ToUpperInvariant().Where(letter => CodeLetters.Contains(letter, StringComparison.Ordinal)));
        return letters.Length == 12 ? $"{letters[..4]}-{letters[4..8]}-{letters[8..]}" : "";
    }
}

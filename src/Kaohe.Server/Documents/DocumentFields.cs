using System.Text.Json;
using Kaohe.Documents.Templates;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Storage.Documents;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents;

/// <summary>The values of a document's fields: what the year's records know, over it what the flow knows, over it what only the paper itself decides.</summary>
/// <param name="options">Issuer and seal.</param>
/// <param name="address">Where the paper is checked.</param>
/// <param name="configuration">Whether this is the demo.</param>
public sealed class DocumentFields(IOptions<DocumentOptions> options, PublicAddress address, IConfiguration configuration)
{
    private const string Seal = "印章";

    /// <summary>Values of a draft: the number is still open, there is no seal.</summary>
    public IReadOnlyDictionary<string, object?> Draft(
        IReadOnlyDictionary<string, object?> known, IReadOnlyDictionary<string, object?> given, string checkCode, DateTimeOffset at)
    {
        var fields = new Dictionary<string, object?>(known, StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            fields[name] = value;
        }

        fields["发文字号"] = $"{options.Value.IssuerCode}〔{OfficeTime.DateOf(at).Year}〕　号";
        fields["核验码"] = checkCode;
        fields["二维码"] = address.Verify(checkCode);
        fields[Seal] = null;
        return fields;
    }

    /// <summary>Values of the final file: number, date of the signature, seal.</summary>
    public IReadOnlyDictionary<string, object?> Final(DocumentRow row, OfficialDocument document, DateTimeOffset at)
    {
        var fields = Read(row);
        var day = OfficeTime.DateOf(document.Signature?.At ?? at);
        fields["发文字号"] = document.Number?.ToString() ?? "";
        fields["成文日期"] = day;
        fields["印发日期"] = OfficeTime.DateOf(at);
        fields["二维码"] = address.Verify(row.CheckCode);
        fields[Seal] = SealPicture();
        return fields;
    }

    /// <summary>The stored values.</summary>
    public static Dictionary<string, object?> Read(DocumentRow row) => JsonSerializer.Deserialize<Dictionary<string, object?>>(row.Fields, OfficeJson.Options)!;

    private byte[]? SealPicture()
    {
        if (options.Value.SealFile is { Length: > 0 } file)
        {
            return File.ReadAllBytes(file);
        }

        return configuration.GetValue<bool>("Demo:Enabled") ? SamplePicture.Seal() : null;
    }
}

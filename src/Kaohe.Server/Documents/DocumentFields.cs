using System.Text.Json;
using Kaohe.Documents.Templates;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage.Documents;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents;

/// <summary>The values of a document's fields: what records and flow know, over it what only the paper itself decides.</summary>
/// <param name="options">Issuer and seal.</param>
/// <param name="address">Where the paper is checked.</param>
/// <param name="configuration">Whether this is the demo.</param>
public sealed class DocumentFields(IOptions<DocumentOptions> options, PublicAddress address, IConfiguration configuration)
{
    /// <summary>Code of the problem that a field has no value.</summary>
    public const string Missing = "missing-field";

    private const string Seal = "印章";
    private const string Number = "发文字号";
    private const string ClosureNumber = "销号编号";
    private const string Gap = "（待补）";

    /// <summary>Values of a draft: the number is still open, there is no seal.</summary>
    public IReadOnlyDictionary<string, object?> Draft(string template, IReadOnlyDictionary<string, object?> known, string checkCode, DateTimeOffset at)
    {
        var fields = new Dictionary<string, object?>(known, StringComparer.Ordinal);
        fields[Number] = fields[ClosureNumber] = $"{options.Value.CodeOf(template)}〔{OfficeTime.DateOf(at).Year}〕　号";
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
        fields[Number] = fields[ClosureNumber] = document.Number?.ToString() ?? "";
        fields["成文日期"] = day;
        fields["印发日期"] = OfficeTime.DateOf(at);
        ReportDeadline.CountFrom(fields, day);
        fields["二维码"] = address.Verify(row.CheckCode);
        fields[Seal] = SealPicture();
        return fields;
    }

    /// <summary>The values with a visible mark in every gap.</summary>
    /// <param name="template">Name of the template.</param>
    /// <param name="values">The values.</param>
    /// <param name="problems">What is missing.</param>
    /// <returns>The values, and the names of the gaps.</returns>
    public static (IReadOnlyDictionary<string, object?> Values, IReadOnlyList<string> Gaps) WithGaps(
        string template, IReadOnlyDictionary<string, object?> values, IReadOnlyList<FieldProblem> problems)
    {
        var catalogue = TemplateCatalogue.Find(template)?.Fields.ToDictionary(field => field.Name) ?? [];
        List<string> gaps = [.. problems.Select(problem => problem.Path["fields.".Length..].Split('.')[0]).Distinct()];
        var marked = new Dictionary<string, object?>(values, StringComparer.Ordinal);
        foreach (var gap in gaps)
        {
            marked[gap] = catalogue.GetValueOrDefault(gap)?.Columns is { } columns
                ? new List<object?> { columns.ToDictionary(column => column.Name, _ => (object?)Gap) }
                : Gap;
        }

        return (marked, gaps);
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

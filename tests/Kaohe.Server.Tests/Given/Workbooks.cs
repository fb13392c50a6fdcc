using System.Net.Http.Headers;
using MiniExcelLibs;

namespace Kaohe.Server.Tests.Given;

/// <summary>Excel files as people fill them in and upload them.</summary>
internal static class Workbooks
{
    private const string Sheets = "/api/cycles/2026/sheets/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A file of one sheet.</summary>
    public static byte[] Excel(string sheet, params Dictionary<string, object?>[] rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object> { [sheet] = rows });
        return stream.ToArray();
    }

    /// <summary>The rows of what the product exports, by title.</summary>
    public static async Task<List<Dictionary<string, object?>>> ExportAsync(HttpClient client, string kind)
    {
        using var file = new MemoryStream(await client.GetByteArrayAsync(Sheets + kind + "/export", Cancel));
        return [.. file.Query(useHeaderRow: true, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select(row => new Dictionary<string, object?>(row))];
    }

    /// <summary>Uploads a file.</summary>
    public static async Task<HttpResponseMessage> ImportAsync(HttpClient client, string kind, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "file", "上传.xlsx");
        return await client.PostAsync(Sheets + kind + "/import", content, Cancel);
    }
}

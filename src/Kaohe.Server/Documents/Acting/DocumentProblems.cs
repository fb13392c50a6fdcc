using System.Text.Json;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Server.Shell.Http;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Acting;

/// <summary>What stands against signing the version in force: gaps, characters without a face, what the PDF cannot show.</summary>
internal static class DocumentProblems
{
    public static async Task<IReadOnlyList<Problem>> OfAsync(KaoheDb db, OfficialDocument document, CancellationToken cancellationToken) =>
        await db.DocumentRenditions.AsNoTracking().FirstOrDefaultAsync(row => row.DocumentId == document.Id && row.VersionNumber == document.Current.Number, cancellationToken) is { } files
            ? AsFindings(JsonSerializer.Deserialize<List<FieldProblem>>(files.Problems, OfficeJson.Options) ?? [])
            : [];

    public static IReadOnlyList<Problem> AsFindings(IEnumerable<FieldProblem> problems) => [.. problems.Select(problem => new Problem("DocumentMustBeComplete", problem.Path, problem.Message))];
}

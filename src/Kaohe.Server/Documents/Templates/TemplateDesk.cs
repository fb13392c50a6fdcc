using Kaohe.Activities;
using Kaohe.Documents;
using Kaohe.Documents.Converting;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Templates;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Lane;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents.Templates;

/// <summary>
/// What 考核办 does with the Word templates: look at them with sample data, put an own one in the place of the shipped one after every check, go back to an
/// earlier version. Nothing is overwritten; each change is a version with its author.
/// </summary>
/// <param name="databases">Contexts.</param>
/// <param name="lane">Writes.</param>
/// <param name="templates">The templates.</param>
/// <param name="fonts">Faces, for the check.</param>
/// <param name="pdf">Previews.</param>
/// <param name="files">Bytes.</param>
/// <param name="options">The issuer.</param>
/// <param name="clock">Now.</param>
public sealed class TemplateDesk(
    IDbContextFactory<KaoheDb> databases, IWriteLane lane, WordTemplates templates, SiteFonts fonts, PdfMaker pdf, DocumentFiles files, IOptions<DocumentOptions> options, TimeProvider clock)
{
    /// <summary>Largest upload in bytes.</summary>
    public static int Largest => DocxLimits.Default.FileBytes;

    private static readonly Dictionary<string, string> _uses = new(StringComparer.Ordinal)
    {
        ["IndicatorSetting"] = "指标下达", ["Rectification"] = "整改", ["Commendation"] = "表彰", ["CadreMaterial"] = "干部考察",
    };

    /// <summary>Whether the person may look at and change templates.</summary>
    public static bool MayManage(Actor actor) => actor.Is(Role.Office);

    /// <summary>Where a template is used, in Chinese.</summary>
    public static string UseOf(TemplateInfo template) => _uses.GetValueOrDefault(template.Step) ?? StepCodes.NameOf(template.Step);

    /// <summary>All templates, in the order of the steps.</summary>
    public async Task<IReadOnlyList<TemplateLine>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = (await db.WordTemplates.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.Name);
        var order = StepCodes.All.Select((code, place) => (code, place)).ToDictionary(step => step.code, step => step.place);
        return
        [
            .. TemplateCatalogue.All.OrderBy(template => order.GetValueOrDefault(template.Step, int.MaxValue)).ThenBy(template => template.Name, StringComparer.Ordinal)
                .Select(template => new TemplateLine(template.Name, UseOf(template), template.About, template.Fields.Count, Versions(rows[template.Name])[0])),
        ];
    }

    /// <summary>The versions of a template, the one in force first.</summary>
    public async Task<IReadOnlyList<TemplateVersion>> VersionsAsync(string name, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return Versions(await db.WordTemplates.AsNoTracking().Where(row => row.Name == name).ToListAsync(cancellationToken));
    }

    /// <summary>The Word file of a version.</summary>
    /// <returns>None when there is no such template or version.</returns>
    public async Task<byte[]?> WordAsync(string name, int number, CancellationToken cancellationToken = default)
    {
        if (TemplateCatalogue.Find(name) is null)
        {
            return null;
        }

        if (number == 0)
        {
            return templates.ReadShipped(name);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.WordTemplates.AsNoTracking().FirstOrDefaultAsync(row => row.Name == name && row.Number == number, cancellationToken) is { } row
            ? await templates.ReadUploadedAsync(row.Sha256, cancellationToken)
            : null;
    }

    /// <summary>A version filled with its sample, as PDF; everything on it says 示范.</summary>
    /// <returns>None when there is no such version, or no PDF can be made.</returns>
    public async Task<byte[]?> PreviewAsync(string name, int number, CancellationToken cancellationToken = default)
    {
        if (await WordAsync(name, number, cancellationToken) is not { } word)
        {
            return null;
        }

        var merged = WordTemplate.Merge(word, TemplateCatalogue.Find(name)!.Sample());
        return (await pdf.MakeAsync(merged.Bytes, new PdfDetails($"{name}（示范）", options.Value.Issuer, clock.GetUtcNow()), cancellationToken))?.Bytes;
    }

    /// <summary>Everything that is wrong with a file as this template; nothing is changed.</summary>
    public IReadOnlyList<DocumentProblem> Check(string name, byte[] word)
    {
        using var stream = new MemoryStream(word, writable: false);
        var problems = TemplateCheck.Check(stream, TemplateCatalogue.Find(name), fonts.Find());

        // LibreOffice shows what our own layout does not; a site that has chosen it may use that.
        return options.Value.Converter == DocumentConverter.LibreOffice
            ? [.. problems.Select(problem => problem.Code == ProblemCodes.Unsupported ? problem with { IsBlocking = false } : problem)]
            : problems;
    }

    /// <summary>Puts a file in force, when nothing stands against it.</summary>
    public async Task<TemplateUpload> UploadAsync(string name, byte[] word, string? note, Actor actor, CancellationToken cancellationToken = default)
    {
        var problems = Check(name, word);
        return problems.Any(problem => problem.IsBlocking)
            ? new TemplateUpload(problems, null)
            : new TemplateUpload(problems, await AddAsync(name, word, string.IsNullOrWhiteSpace(note) ? "上传新版" : note.Trim(), actor, cancellationToken));
    }

    /// <summary>Puts an earlier version in force again, as a new version.</summary>
    /// <returns>Number of the new version; null when there is no such version.</returns>
    public async Task<int?> RestoreAsync(string name, int number, Actor actor, CancellationToken cancellationToken = default) =>
        await WordAsync(name, number, cancellationToken) is { } word
            ? await AddAsync(name, word, number == 0 ? "恢复原版" : $"恢复第{number}版", actor, cancellationToken)
            : null;

    private async Task<int> AddAsync(string name, byte[] word, string note, Actor actor, CancellationToken cancellationToken)
    {
        var file = await files.PutAsync(word, name + ".docx", DocumentFiles.Word, cancellationToken);
        return await lane.RunAsync(
            async (db, cancel) =>
            {
                var last = await db.WordTemplates.Where(row => row.Name == name).MaxAsync(row => (int?)row.Number, cancel) ?? 0;
                await DocumentFiles.RecordAsync(db, file, clock.GetUtcNow(), cancel);
                db.WordTemplates.Add(new WordTemplateRow
                {
                    Name = name, Number = last + 1, Sha256 = file.Sha256, Note = note, ById = actor.Id, ByName = actor.Name, At = clock.GetUtcNow(),
                });
                return last + 1;
            },
            cancellationToken);
    }

    private static List<TemplateVersion> Versions(IEnumerable<WordTemplateRow> rows)
    {
        var newest = rows.OrderByDescending(row => row.Number).ToList();
        return
        [
            .. newest.Select((row, place) => new TemplateVersion(row.Number, row.Note, row.ByName, row.At, place == 0)),
            new TemplateVersion(0, "随系统提供", null, null, newest.Count == 0),
        ];
    }
}

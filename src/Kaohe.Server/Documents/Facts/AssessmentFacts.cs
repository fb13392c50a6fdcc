using Kaohe.Activities.Effects;
using Kaohe.Assessment.Units;
using Kaohe.Documents.Templates;
using Kaohe.Office.Documents;
using Kaohe.Server.Calendar;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Documents.Facts;

/// <summary>Reads the year's records: scheme, 考核办, teams, units, scores and grades.</summary>
/// <param name="databases">Contexts.</param>
/// <param name="sources">What was done in the steps.</param>
/// <param name="calendar">Working days.</param>
/// <param name="cache">Keeps what all documents of a year share.</param>
/// <param name="options">The issuer where the year names none.</param>
internal sealed class AssessmentFacts(
    IDbContextFactory<KaoheDb> databases, IEnumerable<IFieldSource> sources, IOfficeCalendar calendar, ReferenceCache cache, IOptions<DocumentOptions> options) : IDocumentFacts
{
    public async Task<IReadOnlyDictionary<string, object?>> FieldsAsync(DocumentSubject subject, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var optional in TemplateCatalogue.Find(subject.Template)?.Fields.Where(field => field.Optional) ?? [])
        {
            fields[optional.Name] = optional.Type switch
            {
                FieldType.Rows => new List<object?>(),
                FieldType.Flag => false,
                FieldType.Picture => null,
                _ => "",
            };
        }

        var book = await cache.GetAsync(subject.CycleYear, cancel => YearBook.ReadAsync(db, subject.CycleYear, cancel), cancellationToken);
        var (scheme, units) = (book.Scheme, book.Units);
        var sheet = new FactSheet
        {
            Db = db,
            Subject = subject,
            Cycle = book.Cycle,
            Scheme = scheme,
            Units = units,
            About = units.FirstOrDefault(unit => unit.Id == subject.UnitId),
            Officials = book.Officials,
            Teams = book.Teams,
            Calendar = calendar.Current,
            Work = new SubmittedWork(db, subject.CycleYear),
        };
        YearFields.Add(fields, subject, sheet.Cycle, scheme, sheet.About, sheet.Officials, options.Value);
        TeamFields.Add(fields, subject, sheet.Teams, units, sheet.Officials);
        if (sheet.About is { } about)
        {
            UnitFields.Add(fields, about, sheet.Officials);
            if (scheme is not null)
            {
                await ResultFields.AddUnitAsync(db, fields, subject, scheme, about, cancellationToken);
            }
        }

        if (scheme is not null)
        {
            await ResultFields.AddAllAsync(db, fields, subject, scheme, units, cancellationToken);
        }

        foreach (var source in sources.Where(source => source.Templates.Contains(subject.Template)))
        {
            await source.AddAsync(sheet, cancellationToken);
        }

        return sheet.Fields(fields);
    }

    public async Task<IReadOnlyList<DocumentRecipient>> UnitsAsync(AudienceSpec audience, int year, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var units = await cache.GetAsync("assessed", db.UnitsAsync, cancellationToken);
        var wanted = audience.Kind switch
        {
            AudienceKind.Counties => units.Where(unit => unit.Kind == UnitKind.County),
            AudienceKind.Departments => units.Where(unit => unit.Kind == UnitKind.Department),
            AudienceKind.Units => units.Where(unit => audience.UnitIds?.Contains(unit.Id) == true),
            AudienceKind.Certifiers => await CertifiersAsync(db, units, year, cancellationToken),
            _ => units,
        };
        return [.. wanted.Select(unit => new DocumentRecipient(unit.Id, unit.Name))];
    }

    private static async Task<IEnumerable<Unit>> CertifiersAsync(KaoheDb db, IReadOnlyList<Unit> units, int year, CancellationToken cancellationToken)
    {
        var ids = (await db.TreesAsync(year, cancellationToken)).SelectMany(tree => tree.Indicators()).Select(indicator => indicator.CertifierUnitId).ToHashSet();
        return units.Where(unit => ids.Contains(unit.Id));
    }
}

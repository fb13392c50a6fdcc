using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Officials;
using Kaohe.Documents;
using Kaohe.Documents.Converting;
using Kaohe.Documents.Merge;
using Kaohe.Server.Documents.Facts;
using Kaohe.Server.Documents.Rendering;
using Kaohe.Server.Units;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Documents.Materials;

/// <summary>
/// 考察材料附页 of an official (seed: 干部考察材料中要有专门表述本人近3年年度目标责任考核等次的内容), made from its Word template when it is asked for; it is an enclosure and
/// has no number.
/// </summary>
/// <param name="templates">The template.</param>
/// <param name="facts">Issuer, basis, date.</param>
/// <param name="pdf">Makes the PDF.</param>
/// <param name="clock">Now.</param>
public sealed class CadreMaterial(WordTemplates templates, IDocumentFacts facts, PdfMaker pdf, TimeProvider clock)
{
    private const string Template = "考察材料附页";
    private const int Years = 3;

    /// <summary>The Word file.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="person">The official.</param>
    /// <param name="year">The year looked at; the last of the three once grades of officials are on record for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<byte[]> WordAsync(KaoheDb db, Official person, int year, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var fields = new Dictionary<string, object?>(await facts.FieldsAsync(new DocumentSubject(Template, year, null, null, now), cancellationToken), StringComparer.Ordinal);
        var names = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.Name);
        var lastYear = await db.PersonGrades.AnyAsync(record => record.Year == year, cancellationToken) ? year : year - 1;
        var history = await db.HistoryAsync(lastYear, cancellationToken);
        var labels = (await db.SchemeAsync(year, cancellationToken))?.Grades.Labels;
        fields["姓名"] = person.Name;
        fields["现任职务"] = person.Post;
        fields["所在单位"] = names.GetValueOrDefault(person.UnitId, person.UnitId);
        fields["任现职时间"] = "以任免文件为准";
        fields["考核"] = Enumerable.Range(lastYear - Years + 1, Years).Select(one => (object?)Row(one)).ToList();
        fields["考核表述"] = await PersonPassage.WriteAsync(db, person, year, cancellationToken);
        fields["优先使用"] = history.RecordOf(person.Id, lastYear) is { } newest && (newest.WasHead || newest.Grade == PersonGrade.Outstanding)
            && history.Run(newest.UnitId, Grade.Good, lastYear) >= Years;
        fields["印章"] = null;
        return WordTemplate.Merge(await templates.ReadAsync(Template, cancellationToken), MergeData.From(fields)).Bytes;

        Dictionary<string, object?> Row(int of)
        {
            var record = history.RecordOf(person.Id, of);
            return new Dictionary<string, object?>
            {
                ["年度"] = of,
                ["单位职务"] = record is null ? "—" : names.GetValueOrDefault(record.UnitId, record.UnitId) + record.Post,
                ["班子等次"] = record is not null && history.GradeOf(record.UnitId, of) is { } grade ? GradeNames.Of(grade, labels) : "—",
                ["个人等次"] = record?.Grade is { } own ? GradeNames.Of(own) : "—",
                ["备注"] = record is null ? "无考核记录" : record.WasHead ? "班子正职" : "",
            };
        }
    }

    /// <summary>The same as PDF; null where none can be made.</summary>
    public async Task<byte[]?> PdfAsync(KaoheDb db, Official person, int year, CancellationToken cancellationToken = default) =>
        (await pdf.MakeAsync(await WordAsync(db, person, year, cancellationToken), new PdfDetails($"{Template}（{person.Name}）", "", clock.GetUtcNow()), cancellationToken))?.Bytes;
}

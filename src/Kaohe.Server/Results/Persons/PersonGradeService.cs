using Kaohe.Assessment;
using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Officials;
using Kaohe.Office.People;
using Kaohe.Server.Cycles;
using Kaohe.Server.Cycles.Access;
using Kaohe.Server.Results.Grades;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Assessment.Units;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Results.Persons;

/// <summary>Grades of officials (优秀, 称职, 基本称职, 不称职), given once their units are graded. Each method is one change inside the caller's transaction.</summary>
/// <param name="clock">Says when.</param>
public sealed class PersonGradeService(TimeProvider clock)
{
    // 诫勉 has an 影响期 of half a year (关于组织人事部门对领导干部进行提醒、函询和诫勉的实施细则).
    private const int AdmonitionMonths = 6;

    /// <summary>Puts grades on record, quota and eligibility checked over everybody at once, and works the consequences out again.</summary>
    /// <exception cref="RulesBrokenException">Every problem; nothing has changed.</exception>
    public async Task SaveAsync(KaoheDb db, Actor actor, int year, PersonGradeForm form, CancellationToken cancellationToken)
    {
        await db.DemandAsync(actor, year, AssessmentAct.GradeOfficials, cancellationToken: cancellationToken);
        var cycle = await db.RequireCycleAsync(year, cancellationToken);
        var scheme = await db.RequireSchemeAsync(year, cancellationToken);
        var assessed = (await db.OfficialsAsync(cancellationToken)).Where(official => official.Rank != PostRank.Staff).ToDictionary(official => official.Id);
        Rule.CheckAll([new UnitsAreGradedRule(cycle.Status), new OfficialsAreAssessedRule(form.Lines, assessed)]);
        var rows = await db.PersonGrades.Where(g => g.Year == year).ToDictionaryAsync(g => g.OfficialId, cancellationToken);
        var lines = form.Lines.GroupBy(line => line.OfficialId).ToDictionary(same => same.Key, same => same.Last());
        var units = await db.UnitGrades.AsNoTracking().Where(g => g.Year == year).ToDictionaryAsync(g => g.UnitId, g => g.Grade, cancellationToken);
        var measures = await MeasuresAsync(db, cancellationToken);
        var records = OfficialGradeDecider.Decide(scheme, [.. assessed.Values.Select(ChoiceOf)], form.LargerShareApproved);
        foreach (var record in records.Where(record => lines.ContainsKey(record.OfficialId)))
        {
            if (rows.TryGetValue(record.OfficialId, out var row))
            {
                row.Write(record);
            }
            else
            {
                db.Add(PersonGradeRow.Of(record));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await Outcome.RecordAsync(db, year, clock.GetUtcNow(), cancellationToken);

        OfficialGradeChoice ChoiceOf(Official official)
        {
            var line = lines.GetValueOrDefault(official.Id);
            return new OfficialGradeChoice(
                new OutstandingFacts
                {
                    Official = official,
                    UnitGrade = units.TryGetValue(official.UnitId, out var grade) ? grade : null,
                    Measures = [.. measures[official.Id]],
                    LeaveDays = line?.LeaveDays ?? 0,
                },
                line is null ? rows.GetValueOrDefault(official.Id)?.Value.Grade : line.Grade);
        }
    }

    private static async Task<ILookup<string, DisciplinaryMeasure>> MeasuresAsync(KaoheDb db, CancellationToken cancellationToken)
    {
        var held = (await db.Admonitions.AsNoTracking().ToListAsync(cancellationToken)).Select(row => row.Value).Where(admonition => admonition.HeldAt is not null);
        return held.ToLookup(admonition => admonition.OfficialId, admonition =>
        {
            var from = ChinaTime.DateOf(admonition.HeldAt!.Value);
            return new DisciplinaryMeasure("诫勉", from, from.AddMonths(AdmonitionMonths));
        });
    }
}

/// <summary>Officials are graded once the leading bodies are.</summary>
/// <param name="status">Where the year stands.</param>
public sealed class UnitsAreGradedRule(CycleStatus status) : Rule
{
    /// <inheritdoc/>
    public override string Citation => "讲话二（三）：领导班子和领导干部考核结果；领导班子等次影响主要负责人";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems()
    {
        if (status != CycleStatus.Graded)
        {
            yield return new Problem("year", "领导组还没有审定本年度各单位的等次，审定以后才能登记干部等次。");
        }
    }
}

/// <summary>Only members of leading bodies are graded here, and leave is not longer than the year.</summary>
/// <param name="lines">What is to be recorded.</param>
/// <param name="assessed">Members of leading bodies by id.</param>
public sealed class OfficialsAreAssessedRule(IReadOnlyList<PersonGradeLine> lines, IReadOnlyDictionary<string, Official> assessed) : Rule
{
    private const int LongestYear = 366;

    /// <inheritdoc/>
    public override string Citation => "讲话二（一）：考核对象包括领导班子和领导干部";

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems() =>
    [
        .. lines.Where(line => !assessed.ContainsKey(line.OfficialId)).Select(line =>
            new Problem($"officials[{line.OfficialId}]", $"“{line.OfficialId}”不是领导班子成员，不在这里评定等次，请核对。")),
        .. lines.Where(line => line.LeaveDays is < 0 or > LongestYear).Select(line =>
            new Problem($"officials[{line.OfficialId}].leaveDays", $"{assessed.GetValueOrDefault(line.OfficialId)?.Name ?? line.OfficialId}的离岗天数应在 0 到 {LongestYear} 之间，请核对。")),
    ];
}

using Kaohe.Assessment.Consequences;
using Kaohe.Assessment.Officials;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Units;

/// <summary>The passage of a person's 考察材料 about the last three years.</summary>
public static class PersonPassage
{
    /// <summary>The passage; it ends with <paramref name="year"/> once grades of officials are on record for it, else with the year before.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="person">The person.</param>
    /// <param name="year">The year looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string> WriteAsync(KaoheDb db, Official person, int year, CancellationToken cancellationToken)
    {
        var names = (await db.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id, unit => unit.ShortName);
        var scheme = await db.SchemeAsync(year, cancellationToken);
        var lastYear = await db.PersonGrades.AnyAsync(record => record.Year == year, cancellationToken) ? year : year - 1;
        return ThreeYearPassage.Write(
            person.Name, person.Id, lastYear, await db.HistoryAsync(lastYear, cancellationToken), id => names.GetValueOrDefault(id, id), scheme?.Grades.Labels);
    }
}

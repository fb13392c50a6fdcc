using System.Text.Json.Nodes;
using EndToEnd.Server;
using Kaohe.Activities;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Schemes;
using Kaohe.Office.Calendar;

namespace EndToEnd.Year.Forms;

/// <summary>Fills the form of a task with what the demo city knows, as a person would on the page: the prepared rows first, then the fields.</summary>
/// <param name="city">The city.</param>
public sealed class FormFiller(DemoCityData city)
{
    /// <summary>Units that a team visits on one day.</summary>
    public const int VisitsADay = 8;

    private const int NoticeDays = 3;
    private static readonly Lazy<WorkingCalendar> Calendar = new(LoadCalendar);
    private readonly Dictionary<(string, string), Kaohe.Assessment.Readings.Reading> _readings = city.Facts.Readings.ToDictionary(reading => (reading.UnitId, reading.IndicatorCode));
    private readonly Dictionary<(CompositeComponent, string), Kaohe.Assessment.Tallies.BallotTally> _tallies =
        city.Facts.Tallies.ToDictionary(tally => (tally.Component, tally.UnitId));

    /// <summary>Fills a form.</summary>
    /// <param name="kind">Kind of task.</param>
    /// <param name="unitId">The unit it is about.</param>
    /// <param name="form">The form as the server prepared it; null when the kind has none.</param>
    /// <param name="today">Today in the office.</param>
    public JsonObject? Fill(string kind, string? unitId, JsonObject? form, DateOnly today)
    {
        if (form is null)
        {
            return null;
        }

        switch (kind)
        {
            case TaskKinds.EvidenceFiling:
                Figures(form["items"]!.AsArray(), unitId!, withEvidence: true);
                break;
            case TaskKinds.SelfAssessmentReport:
                Set(form, ("completion", "各项目标任务按序时进度完成。"), ("measures", "逐项分解任务，按月调度。"), ("shortcomings", "个别项目进展偏慢，原因是要素保障不足。"), ("nextSteps", "对照清单补短板。"));
                Figures(form["figures"]!.AsArray(), unitId!, withEvidence: false);
                break;
            case TaskKinds.SupervisionFinding:
                Findings(form, unitId!);
                break;
            case TaskKinds.ReadingCertification:
                Certifications(form);
                break;
            case TaskKinds.BallotTally or TaskKinds.SurveyTally or TaskKinds.SocialRatingTally or TaskKinds.LeaderRatingTally:
                Tallies(form, kind);
                break;
            case TaskKinds.VisitSchedule:
                Visits(form, today);
                break;
            case TaskKinds.InterviewPlan or TaskKinds.InterviewRecord:
                Talks(form, kind, today);
                break;
            case TaskKinds.RectificationReport:
                Rectification(form, unitId!, today);
                break;
            case TaskKinds.AdmonitionArrangement:
                Set(form, ("heldOn", Day(Weekday(today.AddDays(5)))), ("at", "15:00:00"), ("place", "市委组织部谈话室"), ("interviewerId", city.LeadingGroup.LeaderId));
                break;
            default:
                PlainForms.Fill(kind, form, today);
                break;
        }

        return form;
    }

    internal static void Set(JsonObject form, params IReadOnlyList<(string Name, JsonNode? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            form[name] = value;
        }
    }

    // Filing one new piece of evidence makes the figure wait for its data department again, so that every department has something to certify.
    private void Figures(JsonArray rows, string unitId, bool withEvidence)
    {
        foreach (var row in rows.Select(row => row!.AsObject()))
        {
            var code = row["indicatorCode"]!.GetValue<string>();
            var reading = _readings.GetValueOrDefault((unitId, code));
            row["value"] ??= reading?.Value ?? 0m;
            row["note"] = "按序时进度推进。";
            if (withEvidence && reading is { Certification: not null, Evidence: [var first, ..] })
            {
                row["evidence"] = new JsonArray(new JsonObject { ["title"] = first.Title }, new JsonObject { ["title"] = $"{unitId} {code} 三季度佐证材料" });
                withEvidence = false;
            }
        }
    }

    private void Findings(JsonObject form, string unitId)
    {
        foreach (var row in form["items"]!.AsArray().Select(row => row!.AsObject()))
        {
            var isShown = _readings.GetValueOrDefault((unitId, row["indicatorCode"]!.GetValue<string>())) is { Evidence.Count: > 0 };
            Set(row, ("stated", isShown ? "onTrack" : "behind"), ("note", isShown ? "" : "佐证材料不足。"));
        }

        form["overall"] = "总体进展正常，个别指标需加快。";
    }

    private void Certifications(JsonObject form)
    {
        foreach (var row in form["items"]!.AsArray().Select(row => row!.AsObject()))
        {
            var counts = _readings.GetValueOrDefault((row["unitId"]!.GetValue<string>(), row["indicatorCode"]!.GetValue<string>())) is { Certification: not null };
            Set(row, ("isCertified", counts), ("reason", counts ? "" : "佐证材料不足以证明完成值，暂不认定。"));
        }
    }

    private void Tallies(JsonObject form, string kind)
    {
        var component = kind switch
        {
            TaskKinds.BallotTally => CompositeComponent.Ballots,
            TaskKinds.SurveyTally => CompositeComponent.Survey,
            TaskKinds.SocialRatingTally => CompositeComponent.Social,
            _ => CompositeComponent.Leaders,
        };
        foreach (var sheet in form["sheets"]!.AsArray().Select(sheet => sheet!.AsObject()))
        {
            var tally = _tallies[(component, sheet["unitId"]!.GetValue<string>())];
            foreach (var row in sheet["kinds"]!.AsArray().Select(row => row!.AsObject()))
            {
                var counted = tally.Kind(row["kindCode"]!.GetValue<string>())!;
                Set(row, ("issued", counted.Issued), ("returned", counted.Returned), ("valid", counted.Valid), ("invalid", counted.Invalid));
                row["counts"] = new JsonObject(counted.Counts.Select(count => KeyValuePair.Create(count.Key, (JsonNode?)count.Value)));
            }
        }
    }

    /// <summary>The first day on which a visit that is scheduled on a day can begin: the notice is out three working days before.</summary>
    /// <param name="today">The day.</param>
    public static DateOnly FirstVisit(DateOnly today) => Calendar.Value.AddWorkingDays(today, NoticeDays).Date;

    // A team visits eight units a day, one after the other.
    private void Visits(JsonObject form, DateOnly today)
    {
        Set(form, ("period", "年度考核期间"), ("phone", "0350-0000000"), ("mailbox", "kaoheban@xinzhou.example"));
        var rows = form["visits"]!.AsArray().Select(row => row!.AsObject()).ToLookup(row => city.Teams.FirstOrDefault(team => team.UnitIds.Contains(row["unitId"]!.ToString()))?.Id);
        foreach (var team in rows)
        {
            var day = FirstVisit(today);
            foreach (var visited in team.Chunk(VisitsADay))
            {
                foreach (var (row, place) in visited.Select((row, place) => (row, place)))
                {
                    Set(row, ("arrives", Day(day)), ("leaves", Day(day)), ("meetingAt", $"{9 + place:00}:00:00"));
                }

                day = Calendar.Value.NextWorkingDay(day).Date;
            }
        }
    }

    private static WorkingCalendar LoadCalendar()
    {
        var tables = Directory.GetFiles(Path.Combine(KaoheProcess.Root, "data", "calendar"), "*.json").Where(file => int.TryParse(Path.GetFileNameWithoutExtension(file), out _)).Select(File.OpenRead).ToList();
        try
        {
            return WorkingCalendar.Load(tables);
        }
        finally
        {
            tables.ForEach(table => table.Dispose());
        }
    }

    // The record begins with what was planned.
    private static void Talks(JsonObject form, string kind, DateOnly today)
    {
        if (kind == TaskKinds.InterviewRecord)
        {
            Set(form["talks"]![0]!.AsObject(), ("record", "肯定成绩，提出改进意见。"));
            form["summary"] = "班子总体团结，执行力较强。";
            return;
        }

        // The talks are held during the visit, which the form begins with.
        var on = form["talks"]?[0]?["on"]?.GetValue<string>() ?? Day(today);
        form["talks"] = new JsonArray(new JsonObject
        {
            ["with"] = "领导班子成员", ["post"] = "副职", ["on"] = on, ["at"] = "09:30:00", ["place"] = "三楼小会议室", ["interviewers"] = "组长、联络员", ["record"] = "",
        });
    }

    private void Rectification(JsonObject form, string unitId, DateOnly today)
    {
        form["causes"] = "任务分解不细，跟踪督办不够。";
        foreach (var row in form["measures"]!.AsArray().Select(row => row!.AsObject()))
        {
            // The notice's problems stand there already.
            row["shortcoming"] = row["shortcoming"]!.ToString() is { Length: > 0 } listed ? listed : "部分指标未完成";
            Set(row, ("action", "逐项制定补短板清单，按周调度"), ("responsibleId", city.Officials.First(official => official.Id == $"{unitId}-second").Id), ("completeBy", Day(today.AddDays(60))));
        }
    }

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekday(day.AddDays(1)) : day;

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");
}

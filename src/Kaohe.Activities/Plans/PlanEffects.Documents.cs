using System.Globalization;
using Kaohe.Activities.Effects;
using Kaohe.Office;

namespace Kaohe.Activities.Plans;

/// <summary>Documents and letters, and what the flow itself knows for their fields.</summary>
internal sealed partial class PlanEffects
{
    private DraftDocument Document(PlanItem item, AudienceSpec audience, string code, Carried carried) => new()
    {
        BookmarkId = progress.SignalBookmark,
        Item = code,
        StepCode = settings.StepCode,
        CycleYear = progress.CycleYear,
        TemplateName = item.IsMain && settings.Template.Length > 0 ? settings.Template : item.Template,
        Title = item.Title,
        Audience = audience.IsOnce ? item.Audience ?? progress.Audience : audience,
        IsPerUnit = !audience.IsOnce,
        ReportsOpened = item.Source is null && audience.KnownKeys is null && code == item.Code,
        Data = FieldsFor(item, carried),
        NeedsSignature = item.IsMain ? settings.NeedsSignature : item.IsSigned,
        NeedsReceipts = item.IsMain && settings.NeedsReceipts,
        // Whoever is to sign for a paper has to get it.
        IsKept = item.IsKept && !(item.IsMain && settings.NeedsReceipts),
        IsWithheld = item.IsWithheld,
        Readers = item.Readers,
        StopsAtDraft = item.StopsAtDraft,
        DueAt = DeadlineOf(item).Due,
        ReturnReason = carried.ReturnReason,
    };

    private GenerateLetter Letters(PlanItem item, AudienceSpec audience, string code) => new()
    {
        BookmarkId = progress.SignalBookmark,
        Item = code,
        StepCode = settings.StepCode,
        CycleYear = progress.CycleYear,
        TemplateName = item.Template,
        Title = item.Title,
        Audience = audience.IsOnce ? progress.Audience : audience,
        Data = FieldsFor(item, new Carried()),
    };

    private Dictionary<string, object?> FieldsFor(PlanItem item, Carried carried)
    {
        var data = new Dictionary<string, object?> { ["年度"] = progress.CycleYear };
        foreach (var (name, value) in item.Data ?? new Dictionary<string, object?>())
        {
            data[name] = value;
        }

        foreach (var (name, field) in item.Fields)
        {
            data[name] = field switch
            {
                PlanField.Period => progress.Rounds.Span,
                PlanField.Start => Iso(progress.StartedOn),
                PlanField.Deadline => (progress.UnitsDueAt ?? progress.DueAt) is { } due ? Iso(OfficeTime.DateOf(due)) : null,
                PlanField.Afterwards => progress.DueAt is { } end ? Iso(OfficeTime.DateOf(end)) : null,
                _ => Recipients(item.Audience ?? progress.Audience),
            };
        }

        if (carried.Data is not null)
        {
            data["submitted"] = carried.Data;
        }

        return data;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Recipients(AudienceSpec audience) => audience.Kind switch
    {
        AudienceKind.All => "各县（市、区）委、人民政府，市直各部门（单位）",
        AudienceKind.Counties => "各县（市、区）委、人民政府",
        AudienceKind.Departments => "市直各部门（单位）",
        _ => null,
    };
}

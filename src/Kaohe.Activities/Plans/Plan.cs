using Kaohe.Activities.Effects;

namespace Kaohe.Activities.Plans;

/// <summary>The items of an activity and the order between them.</summary>
internal sealed class Plan
{
    /// <summary>Code of the task in which the office gives reasons for what is missing at the deadline.</summary>
    public const string MissingReasons = "missing-reasons";

    private const string Receipts = "-receipts";
    private readonly Dictionary<string, PlanItem> _byCode;
    private readonly Dictionary<string, IReadOnlyList<PlanItem>> _before = new(StringComparer.Ordinal);

    public Plan(IReadOnlyList<PlanItem> items)
    {
        Items = items;
        _byCode = items.ToDictionary(item => item.Code, StringComparer.Ordinal);
        Arrange();
    }

    public IReadOnlyList<PlanItem> Items { get; }

    /// <summary>The plan with what the settings add: receipts for the main document, and the task for missing reasons.</summary>
    public static Plan Of(IReadOnlyList<PlanItem> items, PlanSettings settings)
    {
        var all = new List<PlanItem>(items.Count + 2);
        foreach (var item in items)
        {
            all.Add(item);
            if (item.IsMain && settings.NeedsReceipts)
            {
                all.Add(ReceiptFor(item));
            }
        }

        if (settings.Completion.Kind == CompletionKind.AtDeadlineWithReasons)
        {
            all.Add(Reasons);
        }

        return new Plan(all);
    }

    public PlanItem? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>What must be finished as a whole before the item begins.</summary>
    public IReadOnlyList<PlanItem> Before(PlanItem item) => _before.GetValueOrDefault(item.Code) ?? [];

    /// <summary>Items that follow this one unit by unit.</summary>
    public IEnumerable<PlanItem> Followers(PlanItem item) => Items.Where(other => other.Source == item.Code);

    /// <summary>The items from one to another, both included, in order.</summary>
    public IEnumerable<PlanItem> Between(PlanItem first, PlanItem last) =>
        Items.SkipWhile(item => item.Code != first.Code).TakeWhile(item => item.Code != last.Code).Append(last);

    /// <summary>Whether an item follows another, directly or over others.</summary>
    public bool Follows(PlanItem item, PlanItem source)
    {
        for (var at = item; at is not null; at = at.Source is null ? null : Find(at.Source))
        {
            if (at.Code == source.Code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an item is opened for each of; a follower has the keys of the item it follows.</summary>
    public AudienceSpec AudienceOf(PlanItem item, AudienceSpec audience) =>
        item.Source is not null ? AudienceOf(Find(item.Source)!, audience) : item.Scope switch
        {
            PlanScope.Audience => item.Audience ?? audience,
            PlanScope.Certifiers => AudienceSpec.Certifiers,
            PlanScope.Teams => AudienceSpec.Teams,
            PlanScope.Leaders => AudienceSpec.Leaders,
            _ => AudienceSpec.Once,
        };

    private static PlanItem Reasons { get; } = new()
    {
        Code = MissingReasons,
        Kind = PlanItemKind.Tasks,
        TaskKind = TaskKinds.MissingReasons,
        Title = "逐一说明未完成的原因",
        Instructions = "期限已到，仍有未完成的事项。请对名单中的每个单位写明原因，写全后本环节方可结束。",
        Role = Office.People.Role.Office.Code,
        IsOnDemand = true,
    };

    private static PlanItem ReceiptFor(PlanItem document) => new()
    {
        Code = document.Code + Receipts,
        Kind = PlanItemKind.Tasks,
        TaskKind = TaskKinds.Receipt,
        Title = $"签收{document.Title}",
        Instructions = "请打开公文阅读，确认收到。",
        Role = Office.People.Role.Unit.Code,
        Scope = PlanScope.Audience,
        Audience = document.Audience,
        Source = document.Scope == PlanScope.Once ? null : document.Code,
        After = document.Scope == PlanScope.Once ? document.Code : null,
        DocumentId = document.DocumentId,
    };

    /// <summary>Items that begin together make a phase; a phase waits for the one before it.</summary>
    private void Arrange()
    {
        List<PlanItem> previous = [];
        List<PlanItem> phase = [];
        foreach (var item in Items.Where(item => !item.IsOnDemand))
        {
            if (item.After is not null)
            {
                _before[item.Code] = [_byCode[item.After]];
                continue;
            }

            if (!item.IsBeside && item.Source is null && phase.Count > 0)
            {
                previous = phase;
                phase = [];
            }

            _before[item.Code] = previous;
            if (!item.Code.EndsWith(Receipts, StringComparison.Ordinal))
            {
                phase.Add(item);
            }
        }
    }
}

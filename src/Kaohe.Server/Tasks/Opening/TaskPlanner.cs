using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kaohe.Activities.Effects;
using Kaohe.Office;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Tasks.Audiences;
using Kaohe.Storage.Outbox;
using Kaohe.Storage.Tasks;

namespace Kaohe.Server.Tasks.Opening;

/// <summary>Says which tasks an effect asks for. Pure: the same effect gives the same ids every time.</summary>
/// <param name="book">The year's units and teams.</param>
/// <param name="directory">All people.</param>
internal sealed class TaskPlanner(AudienceBook book, OfficeDirectory directory)
{
    private const string ReturnReason = "returnReason";
    private const string SubmittedBy = "submittedBy";

    private readonly TaskCandidates _candidates = new(book, directory);

    /// <summary>The id of the task that an effect opens for a key.</summary>
    public static string IdOf(string effectKey, string key) =>
        "t" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{effectKey}/{key}")), 0, 10);

    /// <summary>The tasks, in the order of the audience.</summary>
    /// <exception cref="UndeliverableException">The audience names a unit that is not known: an expression gave something else.</exception>
    public IReadOnlyList<PlannedTask> Plan(EffectEnvelope envelope, OpenTasks effect)
    {
        var keys = book.KeysOf(effect.Audience);
        var unknown = effect.Audience.Kind == AudienceKind.Units ? keys.Where(key => book.Unit(key) is null && !book.FormerUnitIds.Contains(key)).ToList() : [];
        return unknown.Count == 0
            ? [.. keys.Select(key => One(envelope, effect, key))]
            : throw new UndeliverableException($"任务“{effect.Title}”的考核对象里没有这样的单位：{string.Join('、', unknown)}。请在流程设计里改成单位编号，发布后重新运行。");
    }

    private PlannedTask One(EffectEnvelope envelope, OpenTasks effect, string key)
    {
        var candidates = _candidates.For(effect, key, out var isFallback);
        var unitId = effect.Audience.IsPerUnit ? key : null;
        JsonElement? given = effect.Data is null ? null : JsonSerializer.SerializeToElement(effect.Data, OfficeJson.Options);
        var request = new NewTask
        {
            Id = IdOf(envelope.Key, key),
            Kind = effect.TaskKind,
            Title = unitId is null ? effect.Title : $"{book.NameOf(unitId)}：{effect.Title}",
            Instructions = isFallback ? $"找不到办理人，暂由考核办代收：请先配置人员，再用“换人”交办。{effect.Instructions}" : effect.Instructions,
            IsApproval = effect.IsApproval,
            IsConfidential = effect.IsConfidential,
            SubmitterIds = effect.IsApproval && effect.Data?.GetValueOrDefault(SubmittedBy) is string submitter ? [submitter] : [],
            Candidates = candidates,
            UnitId = unitId,
            CycleYear = effect.CycleYear,
            StepCode = effect.StepCode,
            Deadline = effect.DueByKey?.TryGetValue(key, out var own) == true ? DeadlineSpec.On(OfficeTime.DateOf(own)) : DeadlineSpec.Parse(effect.DeadlineText).Spec,
            DeadlineStart = effect.DeadlineStart,
            Reminders = effect.Reminders,
            FormId = string.IsNullOrEmpty(effect.FormId) ? null : effect.FormId,
            FormStep = effect.Handling?.FormStep,
            ReturnScope = effect.Handling?.ReturnScope ?? ReturnScope.Any,
            PausesWhileReturned = effect.Handling?.PausesWhileReturned,
            Outcomes = effect.Outcomes.Count == 0 ? null : effect.Outcomes,
            InstanceId = envelope.WorkflowInstanceId,
            ActivityExecutionId = envelope.ActivityInstanceId,
            BookmarkId = effect.BookmarkId,
        };
        var origin = new TaskOrigin { Item = effect.Item, ItemKey = key, DocumentIds = effect.DocumentIds, Given = given };
        return new PlannedTask(key, request, origin, effect.DueOf(key), effect.Data?.GetValueOrDefault(ReturnReason) as string)
        {
            Signing = isFallback ? null : effect.Handling?.Signing,
        };
    }
}

using Kaohe.Activities.Effects;
using Kaohe.Activities.Signals;
using Kaohe.Workflows.Execution.Effects;
using Kaohe.Workflows.Simulation;

namespace Kaohe.Activities.Simulation;

/// <summary>The city's documents: a leader signs on the next working day, everything else is issued at once.</summary>
internal sealed partial class SimulatedOffice
{
    private void Draft(SimulatedHost host, Effect effect, SimulatedInstance instance, DraftDocument document)
    {
        var keys = document.IsPerUnit ? Keys(document.Audience) : [AudienceSpec.OnceKey];
        var step = StepName(document.StepCode, instance);
        if (document.ReportsOpened)
        {
            host.Resume(instance, document.BookmarkId, DocumentSignals.Opened(document.Item, keys));
        }

        if (!document.NeedsSignature)
        {
            Issue(host);
            return;
        }

        Timeline.Note(host.Now, step, $"送签：{document.Title}", RunOf(effect, instance), keys.Count);
        Later(WorkPace.SignedAt(host.Now, calendar), effect.ActivityInstanceId, Issue);

        void Issue(SimulatedHost h)
        {
            Timeline.Note(h.Now, step, $"{(document.NeedsSignature ? "签发" : document.StopsAtDraft ? "起草" : "印发")}：{document.Title}", RunOf(effect, instance), keys.Count);
            foreach (var key in keys)
            {
                Documents++;
                var id = $"{effect.Key}:{key}";
                h.Resume(instance, document.BookmarkId, document.StopsAtDraft ? DocumentSignals.Drafted(document.Item, id, key) : DocumentSignals.Issued(document.Item, id, Number(), key));
            }
        }
    }

    private void Write(SimulatedHost host, SimulatedInstance instance, GenerateLetter letter)
    {
        var units = Keys(letter.Audience);
        Letters += units.Count;
        Timeline.Note(host.Now, StepName(letter.StepCode, instance), $"发出：{letter.Title}", count: units.Count);
        host.Resume(instance, letter.BookmarkId, DocumentSignals.Opened(letter.Item, units));
        foreach (var unit in units)
        {
            host.Resume(instance, letter.BookmarkId, DocumentSignals.Issued(letter.Item, $"letter:{unit}", Number(), unit));
        }
    }
}

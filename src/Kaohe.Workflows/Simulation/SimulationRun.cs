using System.Text.Json;
using Kaohe.Workflows.Compilation;
using Kaohe.Workflows.Definitions;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Simulation;

/// <summary>Plays a case: start, stimuli, then whatever is still pending.</summary>
public static class SimulationRun
{
    /// <summary>The most resumes when everything pending is resumed; a flow that waits for ever in a loop ends here.</summary>
    public const int MaxResumes = 10_000;

    /// <summary>Plays a case.</summary>
    /// <param name="registry">The activity types.</param>
    /// <param name="run">The case.</param>
    /// <param name="now">Virtual time of the start.</param>
    /// <exception cref="DefinitionException">A definition cannot be compiled.</exception>
    /// <exception cref="Execution.WorkflowException">The definition to start does not exist.</exception>
    /// <exception cref="FormatException">A stimulus is not understood.</exception>
    public static (SimulationResult Result, SimulatedHost Host) Play(ActivityRegistry registry, ConformanceCase run, DateTimeOffset now)
    {
        var host = new SimulatedHost(new SimulationCatalog(registry, run.Definitions), now);
        var instance = host.Start(run.DefinitionId, run.Input);
        var startStatus = Status(instance.State);
        var startBookmarks = instance.State.Bookmarks;
        host.Settle();
        foreach (var stimulus in run.Stimuli)
        {
            Apply(host, stimulus);
            host.Settle();
        }

        if (run.ThenResumeAllPending)
        {
            ResumeAllPending(host);
        }

        return (new SimulationResult
        {
            Name = run.Name,
            StartStatus = startStatus,
            StartBookmarks = [.. startBookmarks.Select(SimulatedBookmark.From)],
            Status = Status(instance.State),
            Lines = host.Lines,
            Journal = [.. instance.Journal.Select(j => $"{j.ActivityId}|{j.ActivityType}|{j.EventName}")],
            Incidents = [.. instance.State.Incidents.Select(i => $"{i.ActivityType}: {i.Message}")],
            Output = instance.State.Output,
            CorrelationId = instance.State.CorrelationId,
            InstanceName = instance.State.Name,
        }, host);
    }

    private static string Status(WorkflowState state) => $"{state.Status}/{state.SubStatus}";

    private static void Apply(SimulatedHost host, JsonElement stimulus)
    {
        var input = stimulus.TryGet("input", out var json) ? PlainValue.FromJson(json) : null;
        if (stimulus.Text("resume") is { } activityId)
        {
            foreach (var (waiting, bookmark) in host.Instances.SelectMany(i => i.State.Bookmarks.Where(b => b.ActivityId == activityId).Take(1).Select(b => (i, b))).Take(1).ToList())
            {
                host.Resume(waiting, bookmark.Id, input as Dictionary<string, object?> ?? []);
            }
        }
        else if (stimulus.Text("event") is { } eventName)
        {
            host.Trigger(eventName, input);
        }
        else if (stimulus.Text("advance") is { } span && SpanText.TryParse(span, out var by))
        {
            host.Advance(by);
        }
        else if (stimulus.Flag("cancel"))
        {
            host.Cancel(host.Instances[0]);
        }
        else
        {
            throw new FormatException($"不认识的激励：{stimulus.GetRawText()}。可用：resume、event、advance、cancel。");
        }
    }

    private static void ResumeAllPending(SimulatedHost host)
    {
        // Bookmarks of one burst are equally old; the one taken leaves its place to the last, as the measured order shows.
        var pending = new List<(SimulatedInstance Instance, string Id)>();
        for (var resumes = 0; resumes < MaxResumes; resumes++)
        {
            var alive = host.Instances.SelectMany(i => i.State.Bookmarks.Select(b => (i, b.Id))).ToList();
            pending.RemoveAll(p => !alive.Contains(p));
            pending.AddRange(alive.Where(a => !pending.Contains(a)));
            if (pending.Count == 0)
            {
                return;
            }

            var (instance, bookmarkId) = pending[0];
            pending[0] = pending[^1];
            pending.RemoveAt(pending.Count - 1);
            if (!host.Resume(instance, bookmarkId, new Dictionary<string, object?>()))
            {
                return;
            }

            host.Settle();
        }
    }
}

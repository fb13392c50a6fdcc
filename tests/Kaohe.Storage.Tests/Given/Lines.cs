using System.Collections.Concurrent;
using Kaohe.Storage.Outbox;
using Kaohe.Workflows.Execution.Effects;

namespace Kaohe.Storage.Tests.Given;

/// <summary>Everything WriteLine wrote, by instance.</summary>
public sealed class Lines
{
    private readonly ConcurrentQueue<(string? InstanceId, string Text)> _lines = new();

    public void Add(string? instanceId, string text) => _lines.Enqueue((instanceId, text));

    public IReadOnlyList<string> Of(string instanceId) => [.. _lines.Where(l => l.InstanceId == instanceId).Select(l => l.Text)];

    public IReadOnlyList<string> All => [.. _lines.Select(l => l.Text)];

    /// <summary>Keeps the lines instead of logging them.</summary>
    internal sealed class Handler(Lines lines) : IEffectHandler
    {
        public Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
        {
            lines.Add(context.Effect.WorkflowInstanceId, context.Effect.Payload<WriteLineEffect>().Text);
            return Task.CompletedTask;
        }
    }
}

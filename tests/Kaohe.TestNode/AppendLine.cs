using Kaohe.Storage.Nodes;
using Kaohe.Storage.Outbox;
using Kaohe.Workflows.Execution.Effects;

namespace Kaohe.TestNode;

/// <summary>Delivers WriteLine outside the database, by the effect's key. A text that begins with <c>slow</c> takes three seconds.</summary>
internal sealed class AppendLine(LineFile lines, NodeIdentity node) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var text = effect.Payload<WriteLineEffect>().Text;
        if (text.StartsWith("slow", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromSeconds(3), cancellationToken);
        }

        return await lines.AppendOnceAsync(effect.Key, node.Id, $"{effect.WorkflowInstanceId}|{text}", cancellationToken);
    }

    public Task HandleAsync(EffectContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}

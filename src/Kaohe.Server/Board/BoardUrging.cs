using Kaohe.Office.People;
using Kaohe.Server.Tasks.Commands;

namespace Kaohe.Server.Board;

/// <summary>催办 of a selection: every task by itself, so that one that was urged enough today does not hold up the others.</summary>
/// <param name="commands">Commands on tasks.</param>
public sealed class BoardUrging(TaskCommands commands)
{
    /// <summary>Urges tasks.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="taskIds">The tasks; each once.</param>
    /// <param name="message">Words to the people.</param>
    /// <param name="cancellationToken">Stops after the task that is being urged.</param>
    public async Task<UrgeManyResult> UrgeAsync(Actor actor, IReadOnlyList<string> taskIds, string? message, CancellationToken cancellationToken = default)
    {
        var urged = 0;
        List<string> problems = [];
        foreach (var id in taskIds.Distinct(StringComparer.Ordinal))
        {
            var answer = await commands.SendAsync(actor, id, new UrgeRequest { Message = message }, cancellationToken);
            urged += answer.IsDone ? 1 : 0;
            problems.AddRange(answer.Problems.Select(problem => problem.Message).Take(1));
        }

        return new UrgeManyResult(urged, problems);
    }
}

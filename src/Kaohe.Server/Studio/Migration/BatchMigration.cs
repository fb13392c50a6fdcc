using Kaohe.Server.Operations.Instances;
using Kaohe.Storage.Instances;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Paging;
using Kaohe.Storage.Runtime;
using Kaohe.Workflows.Execution.State;
using Kaohe.Workflows.Versioning;

namespace Kaohe.Server.Studio.Migration;

/// <summary>One running instance and what moving it would do.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Preview">The plan and the token it holds for.</param>
public sealed record PlannedMove(InstanceView Instance, MigrationPreview Preview)
{
    /// <summary>Its plan.</summary>
    public MigrationPlan Plan => Preview.Plan;
}

/// <summary>What came of moving several instances.</summary>
/// <param name="Moved">How many run the new version now.</param>
/// <param name="Changed">How many had gone on meanwhile and were left as they are.</param>
/// <param name="Refused">How many cannot be moved.</param>
public sealed record MoveResult(int Moved, int Changed, int Refused);

/// <summary>Moves all running instances of a flow to one version: first looks, then does, each against the state that was looked at.</summary>
/// <param name="views">Instances.</param>
/// <param name="editor">Moves one.</param>
public sealed class BatchMigration(InstanceViews views, InstanceEditor editor)
{
    /// <summary>Most instances of one go.</summary>
    public const int Most = 200;

    /// <summary>Says for every running instance of another version what moving it would do.</summary>
    /// <param name="definitionId">The flow.</param>
    /// <param name="versionId">The version row they should run.</param>
    /// <param name="mapping">Old node path to new node path; null gives the activity up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<PlannedMove>> PreviewAsync(
        string definitionId, string versionId, IReadOnlyDictionary<string, string?> mapping, CancellationToken cancellationToken = default)
    {
        var running = await views.ListAsync(new InstanceFilter { DefinitionIds = [definitionId], Statuses = [WorkflowStatus.Running], Descending = false }, new PageRequest(0, Most), cancellationToken);
        List<PlannedMove> moves = [];
        foreach (var listed in running.Items.Where(each => each.Summary.DefinitionVersionId != versionId))
        {
            if (await views.FindAsync(listed.Summary.Id, cancellationToken) is { } instance && await editor.PreviewMigrationAsync(listed.Summary.Id, versionId, Known(instance, mapping), cancellationToken) is { } preview)
            {
                moves.Add(new PlannedMove(instance, preview));
            }
        }

        return moves;
    }

    /// <summary>Moves those that can be moved.</summary>
    /// <param name="moves">As previewed.</param>
    /// <param name="versionId">As previewed.</param>
    /// <param name="mapping">As previewed.</param>
    /// <param name="cancellationToken">Gives up; what was moved stays moved.</param>
    public async Task<MoveResult> MoveAsync(
        IReadOnlyList<PlannedMove> moves, string versionId, IReadOnlyDictionary<string, string?> mapping, CancellationToken cancellationToken = default)
    {
        var (moved, changed, refused) = (0, 0, moves.Count(move => !move.Plan.IsPossible));
        foreach (var move in moves.Where(move => move.Plan.IsPossible))
        {
            try
            {
                var done = await editor.MigrateAsync(move.Instance.Summary.Id, versionId, Known(move.Instance, mapping), move.Preview.Token, cancellationToken);
                (moved, refused) = done?.Plan.IsPossible == true ? (moved + 1, refused) : (moved, refused + 1);
            }
            catch (ConflictException)
            {
                changed++;
            }
        }

        return new MoveResult(moved, changed, refused);
    }

    // Instances may run different versions: what is said about a place counts only where the place is.
    private static Dictionary<string, string?> Known(InstanceView instance, IReadOnlyDictionary<string, string?> mapping) =>
        mapping.Where(pair => instance.Workflow?.FindNode(pair.Key) is not null).ToDictionary(StringComparer.Ordinal);
}

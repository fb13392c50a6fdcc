using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage.Definitions;
using Kaohe.Storage.Nodes;
using Kaohe.Workflows.Definitions;

namespace Kaohe.Server.Operations.Flows;

/// <summary>
/// Imports and publishes the definitions of <c>Workflows:Folder</c> at start. A file that is new, or has changed while nobody edited the definition
/// in the product, becomes the published version. What the office has edited is never overwritten: then the file is left alone and the console says so.
/// </summary>
/// <param name="configuration">Says which folder.</param>
/// <param name="queries">Reads definitions.</param>
/// <param name="store">Changes definitions.</param>
/// <param name="checks">Checks before publication.</param>
/// <param name="singletons">Of several nodes that start together, one imports.</param>
/// <param name="logger">Says what was done.</param>
public sealed class FlowImport(
    IConfiguration configuration, DefinitionQueries queries, DefinitionStore store, FlowChecks checks, ISingletons singletons, ILogger<FlowImport> logger)
    : IStartStep, IStartNotice
{
    // "file:annual-assessment.json#<fingerprint of what was imported>"
    private const string Origin = "file:";
    private readonly List<string> _lines = [];

    /// <inheritdoc />
    public int Order => 20;

    /// <inheritdoc />
    public IReadOnlyList<string> Lines => _lines;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var turn = await singletons.TryAcquireAsync("flow-import", cancellationToken);
        var folder = ProductFolders.Product(configuration["Workflows:Folder"] ?? "workflows");
        if (turn is null || !Directory.Exists(folder))
        {
            return;
        }

        List<string> saved = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (await SaveAsync(file, cancellationToken) is { } definitionId)
            {
                saved.Add(definitionId);
            }
        }

        // Published after all are saved, because one may use another as an activity.
        foreach (var definitionId in saved)
        {
            await PublishAsync(definitionId, cancellationToken);
        }
    }

    private async Task<string?> SaveAsync(string file, CancellationToken cancellationToken)
    {
        WorkflowDefinition wanted;
        try
        {
            wanted = DefinitionJson.Read(await File.ReadAllBytesAsync(file, cancellationToken));
        }
        catch (DefinitionException exception)
        {
            Say($"流程文件 {Path.GetFileName(file)} 没有导入：{exception.Problems[0].Message}");
            return null;
        }

        var fingerprint = FlowFingerprint.Of(wanted);
        var origin = $"{Origin}{Path.GetFileName(file)}#{fingerprint}";
        var latest = await queries.FindAsync(wanted.DefinitionId, VersionSelection.Latest, cancellationToken);
        if (latest is not null)
        {
            var current = FlowFingerprint.Of(latest);
            var imported = await ImportedAsync(wanted.DefinitionId, cancellationToken);
            if (current == fingerprint || imported == fingerprint)
            {
                // A start that was cut short is completed; a draft beside a published version is the office's to publish.
                return current == fingerprint && await queries.FindAsync(wanted.DefinitionId, VersionSelection.Published, cancellationToken) is null ? latest.DefinitionId : null;
            }

            if (current != imported)
            {
                Say($"流程“{latest.Name}”在系统里改过，产品自带的新版本（{Path.GetFileName(file)}）没有覆盖它；需要时请在“流程”页导入。");
                return null;
            }
        }

        var draft = await store.SaveDraftAsync(wanted, new DefinitionOrigin(origin, IsReadonly: false), cancellationToken);
        return draft.DefinitionId;
    }

    private async Task<string?> ImportedAsync(string definitionId, CancellationToken cancellationToken)
    {
        var versions = await queries.ListAsync(
            new DefinitionFilter { DefinitionIds = [definitionId], Versions = VersionSelection.Latest }, new(0, 1), cancellationToken);
        return versions.Items is [{ ProviderName: { } origin }] && origin.StartsWith(Origin, StringComparison.Ordinal) ? origin[(origin.LastIndexOf('#') + 1)..] : null;
    }

    private async Task PublishAsync(string definitionId, CancellationToken cancellationToken)
    {
        var result = await store.PublishAsync(definitionId, checks.BeforePublicationAsync, cancellationToken);
        if (result.HasErrors)
        {
            Say($"流程 {definitionId} 已导入但没有发布，有 {result.Problems.Count(problem => problem.IsError)} 处错误，第一处：{result.Problems.First(problem => problem.IsError).Message}");
        }
        else
        {
            logger.LogInformation("Definition {Definition} was imported and published as version {Version}.", definitionId, result.Definition?.Version);
        }
    }

    private void Say(string line)
    {
        _lines.Add("  " + line);
        logger.LogWarning("Import of definitions: {Message}", line);
    }
}

namespace Kaohe.Storage.Tests.Nodes;

/// <summary>What test nodes appended to their file.</summary>
public sealed class WrittenLines(string path)
{
    public string Path => path;

    public async Task<IReadOnlyList<Line>> ReadAsync()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var lines = new List<Line>();
        foreach (var text in (await ReadTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = text.Split('|');
            lines.Add(new Line(parts[0], parts[1], parts[2], parts.Length > 3 ? parts[3] : ""));
        }

        return lines;
    }

    /// <summary>Whether no node holds the file at this moment.</summary>
    public bool IsFree()
    {
        try
        {
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Waits until the lines are as wanted.</summary>
    public async Task<IReadOnlyList<Line>> WaitAsync(Func<IReadOnlyList<Line>, bool> wanted, TimeSpan atMost)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(atMost);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var lines = await ReadAsync();
        while (!wanted(lines))
        {
            try
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                Assert.Fail($"After {atMost} there are only these {lines.Count} lines: {string.Join("; ", lines.TakeLast(40))}");
            }

            lines = await ReadAsync();
        }

        return lines;
    }

    private async Task<string> ReadTextAsync()
    {
        while (true)
        {
            try
            {
                return await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken); // a node is writing
            }
        }
    }

    /// <summary>One line.</summary>
    public sealed record Line(string Key, string Node, string InstanceId, string Text);
}

using Kaohe.Activities;
using Kaohe.Office.Calendar;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage;
using Kaohe.Storage.Nodes;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Calendar;

/// <summary>
/// Loads the calendar before anything else runs, and again when a node has changed it. The engine is pure and gets it through
/// <see cref="ActivityCalendar"/>.
/// </summary>
/// <param name="databases">What the office entered.</param>
/// <param name="feed">Tells of changes.</param>
/// <param name="logger">Says when it could not be read.</param>
internal sealed class OfficeCalendar(IDbContextFactory<KaoheDb> databases, IChangeFeed feed, ILogger<OfficeCalendar> logger) : IOfficeCalendar, IStartStep, IDisposable
{
    /// <summary>Topic of the change feed.</summary>
    public const string Topic = "calendar";

    private const string Folder = "data/calendar";
    private readonly Lazy<IReadOnlyList<CalendarYear>> _shipped = new(ReadShipped);
    private volatile WorkingCalendar _current = WorkingCalendar.Empty;
    private IDisposable? _subscription;

    public int Order => 5;

    public WorkingCalendar Current => _current;

    /// <summary>The tables that come with the product.</summary>
    public IReadOnlyList<CalendarYear> Shipped => _shipped.Value;

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var entered = await db.CalendarYears.AsNoTracking().ToListAsync(cancellationToken);
        Use(WorkingCalendar.Of([.. Shipped, .. entered.Select(year => year.Table())]));
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        _subscription ??= feed.Subscribe(notice =>
        {
            if (notice.Topic is Topic or ChangeTopics.Missed)
            {
                _ = ReloadQuietlyAsync();
            }
        });
    }

    public void Dispose() => _subscription?.Dispose();

    private void Use(WorkingCalendar calendar)
    {
        _current = calendar;
        ActivityCalendar.Use(calendar);
    }

    private async Task ReloadQuietlyAsync()
    {
        try
        {
            await ReloadAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The database is away; the calendar of before stays in force until the next notice.
            logger.LogError(exception, "The calendar could not be read again.");
        }
    }

    private static IReadOnlyList<CalendarYear> ReadShipped()
    {
        var folder = ProductFolders.Product(Folder);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"放假安排的数据文件夹 {folder} 不存在，请检查安装是否完整。");
        }

        return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];
    }

    private static CalendarYear Read(string file)
    {
        using var stream = File.OpenRead(file);
        return CalendarYear.Read(stream);
    }
}

using System.Net.Http.Json;
using Kaohe.Activities.Effects;
using Kaohe.Assessment.DemoCity;
using Kaohe.Assessment.Grades;
using Kaohe.Assessment.Ranking;
using Kaohe.Assessment.Scoring;
using Kaohe.Office.People;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Assessment.Cycles;
using Kaohe.Storage.Assessment.Results;
using Kaohe.Storage.Assessment.Units;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

/// <summary>The real server with the demo city's year in its tables, the outbox at work, and one person of each role.</summary>
public class DocumentCity : ServerHost
{
    public const int Year = 2026;
    public const string Unit = "xinfu";
    public const string OtherUnit = "yuanping";

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HttpClient Office { get; private set; } = null!;

    public HttpClient Leader { get; private set; } = null!;

    public HttpClient UnitPerson { get; private set; } = null!;

    public HttpClient OtherUnitPerson { get; private set; } = null!;

    public HttpClient Team { get; private set; } = null!;

    public HttpClient Administrator { get; private set; } = null!;

    public DemoCityData City { get; } = DemoCityLoader.Load(Path.Combine(Root, "data", "demo-city"));

    public IWriteLane Lane => Services.GetRequiredService<IWriteLane>();

    /// <summary>The repository.</summary>
    public static string Repository => Root;

    protected static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Kaohe.Workflows.sln")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }

    protected override IEnumerable<string> Settings =>
    [
        $"--Documents:Fonts={Environment.GetEnvironmentVariable("KAOHE_FONTS") ?? Path.Combine(Root, "fonts")}",
        $"--Documents:Templates={Path.Combine(Root, "templates", "word")}",
        $"--Mail:Templates={Path.Combine(Root, "templates", "mail")}",
        "--Mail:DigestWindow=00:00:00",
        "--Mail:QuietHours=false",
        "--Site:Address=https://kaohe.example",
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Lane.RunAsync((db, _) =>
        {
            Fill(db);
            return Task.FromResult(true);
        }, Cancel);
        await EnsureAsync("考核办甲", user => (user.DisplayName, user.PersonId, user.Email) = ("考核办甲", "p-office", "office@example.cn"), RoleCodes.Office);
        await EnsureAsync("市长", user => (user.DisplayName, user.PersonId, user.Email) = ("市长", "p-leader", "leader@example.cn"), RoleCodes.Leader);
        await EnsureAsync("忻府区甲", user => (user.DisplayName, user.PersonId, user.UnitId, user.Email) = ("忻府区甲", "p-unit", Unit, "unit@example.cn"), RoleCodes.Unit);
        await EnsureAsync("原平市甲", user => (user.DisplayName, user.PersonId, user.UnitId) = ("原平市甲", "p-other", OtherUnit), RoleCodes.Unit);
        await EnsureAsync("考核组甲", user => (user.DisplayName, user.PersonId) = ("考核组甲", "p-team"), RoleCodes.Team);
        await EnsureAsync("管理员甲", user => (user.DisplayName, user.PersonId) = ("管理员甲", "p-admin"), RoleCodes.Administrator);
        Office = await SignInAsync("考核办甲");
        Leader = await SignInAsync("市长");
        UnitPerson = await SignInAsync("忻府区甲");
        OtherUnitPerson = await SignInAsync("原平市甲");
        Team = await SignInAsync("考核组甲");
        Administrator = await SignInAsync("管理员甲");
    }

    /// <summary>Asks for a document as an activity would, and waits until it is where it should be.</summary>
    public async Task<DocumentRow> DraftAsync(DraftDocument draft, Func<DocumentRow, bool> until, string? key = null)
    {
        var effect = key ?? Guid.NewGuid().ToString("N");
        await AskAsync(KaoheEffects.DraftDocument, draft, effect);
        return await WaitAsync(db => db.Documents().Where(row => row.ItemKey == "once" && row.Item == draft.Item), until);
    }

    public Task AskAsync(string kind, object payload, string key) => Lane.RunAsync(async (db, cancel) =>
    {
        await Services.GetRequiredService<OutboxWriter>().EnqueueAsync(db, new OutboxRequest { Key = key, Kind = kind, Payload = payload }, cancel);
        return true;
    }, Cancel);

    /// <summary>A supervision notice to two counties.</summary>
    public static DraftDocument Notice(bool signed, string? title = null) => new()
    {
        BookmarkId = "b",
        Item = Guid.NewGuid().ToString("N"),
        StepCode = "Supervision",
        CycleYear = Year,
        TemplateName = "督查通知",
        Title = title ?? "关于开展年度目标责任督查的通知",
        Audience = AudienceSpec.Of([Unit]),
        NeedsSignature = signed,
        NeedsReceipts = true,
        SignRole = Role.Leader.Code,
    };

    public async Task<T> WaitAsync<T>(Func<KaoheDb, IQueryable<T>> query, Func<T, bool> until)
        where T : class
    {
        var factory = Services.GetRequiredService<IDbContextFactory<KaoheDb>>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(90));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        string dead = "";
        try
        {
            do
            {
                await using var db = await factory.CreateDbContextAsync(limit.Token);
                if (await query(db).AsNoTracking().FirstOrDefaultAsync(limit.Token) is { } row && until(row))
                {
                    return row;
                }

                dead = string.Join('\n', await db.Outbox.Where(one => one.Reason != null).Select(one => one.Kind + ": " + one.Reason).ToListAsync(limit.Token));
            }
            while (await ticks.WaitForNextTickAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
        }

        throw new Xunit.Sdk.XunitException($"It did not come. {dead}");
    }

    public static Task<HttpResponseMessage> PostAsync(HttpClient who, string address, object? body = null) => who.PostAsJsonAsync(address, body ?? new { }, Cancel);

    private void Fill(KaoheDb db)
    {
        db.Add(CycleRow.Of(new Cycle { Year = Year, LeadingGroup = City.LeadingGroup, Office = City.Office, Goals = City.Goals }));
        db.Add(SchemeRow.Of(City.Scheme));
        db.AddRange(City.Units.Select(UnitRow.Of));
        db.AddRange(City.Officials.Select(OfficialRow.Of));
        db.AddRange(City.Teams.Select(team => TeamRow.Of(Year, team)));
        var at = new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));
        var scores = new CompositeCalculator(City.Facts).ScoreAll();
        var ranks = Ranker.RankAll(City.Scheme, scores).SelectMany(ranking => ranking.Entries).ToDictionary(entry => entry.UnitId);
        foreach (var score in scores)
        {
            db.Add(ScoreRow.Of(score, ranks.GetValueOrDefault(score.UnitId), at));
            var grade = City.Scheme.Grades.Lines.FirstOrDefault(line => score.Total >= line.From)?.Grade ?? Grade.Poor;
            db.Add(GradeDecisionRow.Of(new GradeDecision
            {
                UnitId = score.UnitId, GroupId = score.GroupId, Year = Year, Proposed = grade, Decided = grade, By = "p-office", Minutes = "第3次会议", At = at,
            }));
        }
    }
}

/// <summary>Tables by method, for use inside of queries.</summary>
internal static class Tables
{
    public static IQueryable<DocumentRow> Documents(this KaoheDb db) => db.Set<DocumentRow>();
}

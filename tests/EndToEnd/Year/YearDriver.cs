using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using EndToEnd.Server;
using EndToEnd.Year.Forms;
using Kaohe.Activities;
using Kaohe.Activities.Plans;
using Kaohe.Assessment.DemoCity;
using Kaohe.Office;
using Kaohe.Office.Tasks;

namespace EndToEnd.Year;

/// <summary>
/// Plays the demo city's year over HTTP alone: signs in as whoever has something to do, fills the form of the task and submits it, signs and receives
/// documents, and moves the demo's clock on when nobody has anything to do.
/// </summary>
public sealed class YearDriver : IDisposable
{
    private const int MostMoves = 150;

    // However few people have the tasks: three teams have two hundred reports to write.
    private const int AtATime = 4;

    private readonly KaoheProcess _server;
    private readonly Duties _duties;
    private readonly FormFiller _forms;
    private readonly DocumentWork _documents;
    private readonly Refusals _office;
    private readonly ConcurrentDictionary<string, Lazy<Task<Session>>> _sessions = new();
    private readonly ConcurrentDictionary<string, bool> _sentBack = new();
    private readonly ConcurrentDictionary<string, DateOnly> _meetings = new();
    private readonly ConcurrentDictionary<string, int> _done = new();
    private readonly SemaphoreSlim _hands = new(AtATime);
    private readonly CancellationToken _cancel;

    public YearDriver(KaoheProcess server, CancellationToken cancellationToken)
    {
        (_server, _cancel) = (server, cancellationToken);
        City = DemoCityLoader.Load(Path.Combine(KaoheProcess.Root, "data", "demo-city"));
        _duties = new Duties(City);
        _forms = new FormFiller(City);
        _documents = new DocumentWork(this);
        _office = new Refusals(this);
    }

    public DemoCityData City { get; }

    public int Year => City.Scheme.Year;

    public string InstanceId => $"cycle-{Year}";

    /// <summary>Now in the demo.</summary>
    public DateTimeOffset Now { get; private set; } = TimeProvider.System.GetUtcNow();

    /// <summary>Completed tasks by kind.</summary>
    public IReadOnlyDictionary<string, int> Done => _done;

    /// <summary>Rectifications whose first report was sent back, by unit.</summary>
    public ICollection<string> SentBack => _sentBack.Keys;

    /// <summary>How often the clock was moved.</summary>
    public int Moves { get; private set; }

    /// <summary>Which tasks, by id, kind and unit, are left to <see cref="Others"/>; null for none.</summary>
    public Func<string, string, string?, bool>? IsLeftToOthers { get; init; }

    /// <summary>What others do beside the driver in a round, for example in a browser; gives how much was done. Null for nobody.</summary>
    public Func<YearDriver, Task<int>>? Others { get; init; }

    /// <summary>Says what happens; null for nobody.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>The signed-in person of an account.</summary>
    public Task<Session> AsAsync(string account) => _sessions.GetOrAdd(account, name => new Lazy<Task<Session>>(() => Session.SignInAsync(_server.Address, name, _cancel))).Value;

    /// <summary>Signs everybody in who will have something to do, so that nobody has to later.</summary>
    /// <returns>How many people.</returns>
    public async Task<int> SignInAllAsync()
    {
        var people = _duties.Everybody().ToList();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = _cancel }, async (account, _) => await AsAsync(account));
        return people.Count;
    }

    /// <summary>Puts on record what the office knows beside the tasks, 加减分 and 一票否决, and starts the year.</summary>
    public async Task StartAsync()
    {
        await RecordAsync();
        await (await AsAsync(Duties.Checking)).DoAsync($"/api/cycles/{Year}/start", null, _cancel);
    }

    /// <summary>Puts on record what the office knows beside the tasks: 加减分 and 一票否决.</summary>
    public async Task RecordAsync()
    {
        var office = await AsAsync(Duties.Checking);
        foreach (var each in City.Facts.Adjustments)
        {
            await office.DoAsync($"/api/cycles/{Year}/adjustments", new JsonObject { ["unitId"] = each.UnitId, ["points"] = each.Points, ["reason"] = each.Reason, ["basis"] = each.Basis }, _cancel);
        }

        foreach (var each in City.Facts.Vetoes)
        {
            await office.DoAsync($"/api/cycles/{Year}/vetoes", new JsonObject { ["unitId"] = each.UnitId, ["code"] = each.Code, ["reason"] = each.Reason, ["basis"] = each.Basis }, _cancel);
        }
    }

    /// <summary>Runs until the annual flow is finished, or until something has happened.</summary>
    /// <param name="isEnough">Asked between two rounds; null to run to the end.</param>
    /// <exception cref="YearStuckException">Something cannot be done, or nothing is left to do and the flow still waits.</exception>
    public async Task RunAsync(Func<bool>? isEnough = null)
    {
        while (isEnough?.Invoke() != true)
        {
            if (await RoundAsync() > 0)
            {
                continue;
            }

            await SettleAsync();
            if (isEnough?.Invoke() == true || await RoundAsync() > 0)
            {
                continue;
            }

            if (await StatusAsync() == "finished")
            {
                return;
            }

            await MoveOnAsync();
        }
    }

    /// <summary>Where the annual flow stands.</summary>
    public async Task<string> StatusAsync() => (await InstanceAsync(InstanceId))["summary"]!["subStatus"]!.ToString();

    /// <summary>An instance as operators see it.</summary>
    public async Task<JsonNode> InstanceAsync(string id) => await (await AsAsync(Duties.Administrator)).GetAsync($"/api/operations/instances/{Uri.EscapeDataString(id)}", _cancel);

    /// <summary>Counts a task that was completed, by the driver or beside it.</summary>
    /// <param name="kind">Kind of task.</param>
    public void Count(string kind) => _done.AddOrUpdate(kind, 1, (_, count) => count + 1);

    /// <summary>Whether a task that is about to be done is sent back: every first report of a 整改 is, once.</summary>
    /// <param name="kind">Kind of task.</param>
    /// <param name="unitId">The unit it is about.</param>
    public bool SendsBack(string kind, string? unitId) => kind == TaskKinds.RectificationReview && _sentBack.TryAdd(unitId!, true);

    public void Dispose()
    {
        _hands.Dispose();
        foreach (var session in _sessions.Values.Where(session => session.IsValueCreated && session.Value.IsCompletedSuccessfully))
        {
            session.Value.Result.Dispose();
        }
    }

    private async Task<int> RoundAsync() => (Others is null ? 0 : await Others(this)) + await WorkAsync() + await _documents.WorkAsync(_cancel);

    // Tasks that come while others are being done are begun when a hand is free: nobody waits for the slowest of a round.
    private async Task<int> WorkAsync()
    {
        ConcurrentDictionary<string, Task<bool>> begun = new();
        while (true)
        {
            await BeginAsync(begun);
            var inHand = begun.Values.Where(task => !task.IsCompletedSuccessfully).ToList();
            if (inHand.Count == 0)
            {
                return begun.Values.Count(task => task.Result);
            }

            // Whoever has nothing in hand looks again as soon as something was done.
            do
            {
                await await Task.WhenAny(inHand);
                inHand.RemoveAll(task => task.IsCompletedSuccessfully);
            }
            while (inHand.Count >= AtATime);
        }
    }

    // The office sees every live task; each is then looked for in the inbox of the one whose duty it is.
    private async Task BeginAsync(ConcurrentDictionary<string, Task<bool>> begun)
    {
        var office = await AsAsync(Duties.Checking);
        var fresh = (await office.ListAsync("/api/tasks?box=All&live=true", _cancel)).Where(line => !begun.ContainsKey(line["id"]!.ToString()) && !IsOthers(line)).ToList();
        var people = fresh.Select(DutyOf).Distinct().ToList();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = _cancel }, async (account, cancel) =>
        {
            var person = await AsAsync(account);
            foreach (var line in (await person.ListAsync("/api/tasks?box=Todo", cancel)).Where(line => DutyOf(line) == account && !IsOthers(line)))
            {
                _ = begun.GetOrAdd(line["id"]!.ToString(), _ => WithHandAsync(person, line));
            }
        });
        if (fresh.Count > 0)
        {
            Log?.Invoke($"{Now:yyyy-MM-dd} {fresh.Count} new tasks: {string.Join(", ", fresh.GroupBy(task => task["kind"]!.ToString()).Select(kind => $"{kind.Key} {kind.Count()}"))}");
        }
    }

    private async Task<bool> WithHandAsync(Session person, JsonObject line)
    {
        await _hands.WaitAsync(_cancel);
        try
        {
            return await DoAsync(person, line);
        }
        finally
        {
            _hands.Release();
        }
    }

    private string DutyOf(JsonObject line) => _duties.Of(line["kind"]!.ToString(), line["unitId"]?.ToString());

    private bool IsOthers(JsonObject line) => IsLeftToOthers?.Invoke(line["id"]!.ToString(), line["kind"]!.ToString(), line["unitId"]?.ToString()) == true;

    private async Task<bool> DoAsync(Session person, JsonObject line)
    {
        var id = line["id"]!.ToString();
        if (Enum.Parse<TaskState>(line["state"]!.ToString(), ignoreCase: true) == TaskState.Open)
        {
            await person.DoAsync($"/api/tasks/{id}/claim", new JsonObject(), _cancel);
        }

        var document = await person.GetAsync($"/api/tasks/{id}", _cancel);

        var task = document["task"]!.AsObject();
        if (!Rights(document).Contains("Act"))
        {
            return false;
        }

        var (kind, unit) = (task["kind"]!.ToString(), task["unitId"]?.ToString());
        if (kind == TaskKinds.MeetingRecord && DayOf(document["form"]?["heldOn"]) is { } meeting && meeting > OfficeTime.DateOf(Now))
        {
            // The 考核组 is not there yet: the record is written after the meeting.
            _meetings[id] = meeting;
            return false;
        }

        if (kind == TaskKinds.NoticePosting)
        {
            await person.UploadAsync($"/api/tasks/{id}/attachments", "公示照片.png", SamplePhoto.Png, "image/png", _cancel);
        }

        var sendsBack = SendsBack(kind, unit);
        var body = new JsonObject
        {
            ["expectedRevision"] = RevisionOf(document),
            ["outcome"] = sendsBack ? PlanOutcomes.Return.Code : task["outcomes"]!.AsArray()[0]!["code"]!.ToString(),
            ["opinion"] = sendsBack ? "整改措施不具体，请逐条补充责任人和时限。" : "同意。",
            ["secret"] = kind == TaskKinds.SignOff ? KaoheProcess.Password : null,
            ["data"] = sendsBack ? null : _forms.Fill(kind, unit, document["form"]?.DeepClone().AsObject(), OfficeTime.DateOf(Now)),
        };
        await CompleteAsync(person, id, kind, body);
        Count(kind);
        return true;
    }

    private async Task CompleteAsync(Session person, string id, string kind, JsonObject body)
    {
        var (status, answer) = await person.PostAsync($"/api/tasks/{id}/complete", body, _cancel);
        if (status == HttpStatusCode.UnprocessableEntity && await _office.MendAsync(kind, body, answer!, _cancel))
        {
            (status, answer) = await person.PostAsync($"/api/tasks/{id}/complete", body, _cancel);
        }

        if ((int)status >= 300)
        {
            throw new YearStuckException($"{person.Account} cannot complete {kind} {id}: {(int)status} {answer?.ToJsonString(OfficeJson.Options)}");
        }
    }

    private async Task SettleAsync()
    {
        var administrator = await AsAsync(Duties.Administrator);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var quiet = false; !quiet;)
        {
            await timer.WaitForNextTickAsync(_cancel);
            var outbox = await administrator.GetAsync("/api/operations/outbox", _cancel);
            if (outbox["dead"]!.GetValue<int>() > 0)
            {
                throw new YearStuckException($"Deliveries failed: {(await administrator.GetAsync("/api/operations/dead-letters/?take=5", _cancel)).ToJsonString(OfficeJson.Options)}");
            }

            quiet = outbox["oldestAt"] is null && outbox["delivering"]!.GetValue<int>() == 0;
        }
    }

    private async Task MoveOnAsync()
    {
        if (++Moves > MostMoves)
        {
            throw new YearStuckException($"The clock was moved {MostMoves} times and the year is not over: {await DescribeAsync()}");
        }

        var today = OfficeTime.DateOf(Now);
        var due = await NextDueAsync() ?? throw new YearStuckException($"Nobody has anything to do and nothing becomes due: {await DescribeAsync()}");
        var local = due.ToOffset(TimeSpan.FromHours(8));
        var day = DateOnly.FromDateTime(local.DateTime);
        // The clock goes to mornings at 9:01; what falls due later in the day is over on the next morning.
        day = local.TimeOfDay > new TimeSpan(9, 1, 0) ? day.AddDays(1) : day;
        day = _meetings.Values.Where(meeting => meeting > today).Append(day).Min();
        await (await AsAsync(Duties.Checking)).DoAsync("/api/demo-clock/move", new JsonObject { ["date"] = FormFiller.Day(day > today ? day : today.AddDays(1)) }, _cancel);
        await ReadClockAsync();
    }

    private async Task<DateTimeOffset?> NextDueAsync()
    {
        var administrator = await AsAsync(Duties.Administrator);
        var instances = await administrator.GetAsync("/api/operations/instances/?status=Suspended&take=500", _cancel);
        List<DateTimeOffset> due = [];
        foreach (var item in instances["items"]!.AsArray())
        {
            var instance = await InstanceAsync(item!["summary"]!["id"]!.ToString());
            due.AddRange(instance["bookmarks"]!.AsArray().Select(bookmark => bookmark!["dueAt"]).OfType<JsonNode>().Select(at => at.GetValue<DateTimeOffset>()));
        }

        return due.Count == 0 ? null : due.Min();
    }

    private async Task<string> DescribeAsync() => (await InstanceAsync(InstanceId))["bookmarks"]!.ToJsonString(OfficeJson.Options);

    private async Task ReadClockAsync() => Now = (await (await AsAsync(Duties.Checking)).GetAsync("/api/demo-clock/", _cancel))["now"]!.GetValue<DateTimeOffset>();

    private static DateOnly? DayOf(JsonNode? day) => day is null ? null : DateOnly.ParseExact(day.GetValue<string>(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static long RevisionOf(JsonNode document) => document["task"]!["revision"]!.GetValue<long>();

    private static HashSet<string> Rights(JsonNode document) => [.. document["rights"]!.AsArray().Select(right => right!.ToString())];
}

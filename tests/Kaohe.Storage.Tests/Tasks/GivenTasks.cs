using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Office.Tasks.Commands;
using Kaohe.Storage.Tasks;
using Kaohe.Storage.Tests.Given;

namespace Kaohe.Storage.Tests.Tasks;

/// <summary>A small office over a real database: people, delegations, and tasks opened and changed through the desk.</summary>
internal sealed class GivenTasks(StorageHost host)
{
    public static readonly Person Office = Somebody("office", [Role.Office.Code]);
    public static readonly Person Head = Somebody("xinfu-head", [Role.Unit.Code], new Post("xinfu", PostCodes.Head, "区委书记"));
    public static readonly Person Clerk = Somebody("xinfu-clerk", [Role.Unit.Code], new Post("xinfu", PostCodes.Handler, "经办人"));
    public static readonly Person Stranger = Somebody("dai-clerk", [Role.Unit.Code], new Post("daixian", PostCodes.Handler, "经办人"));
    public static readonly Person Leader = Somebody("leader", [Role.Leader.Code]);
    public static readonly Person Keeper = Somebody("admin", [Role.Administrator.Code]);
    public static readonly IReadOnlyList<Person> Everybody = [Office, Head, Clerk, Stranger, Leader, Keeper];

    public List<Delegation> Delegations { get; } = [];

    public TaskDesk Desk => new(new OfficeDirectory(Everybody), new DelegationBook(Delegations), WorkingCalendar.Empty, TaskPolicy.Default);

    private DateTimeOffset Now => host.Clock.GetUtcNow();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Actor ActorOf(Person person) => Desk.ActorOf(person.Id, Now)!;

    public Task<HumanTask> OpenAsync(string id, params Candidate[] candidates) => OpenAsync(new NewTask { Id = id, Kind = "general", Title = $"任务{id}", Candidates = candidates });

    public async Task<HumanTask> OpenAsync(NewTask request, TaskOrigin? origin = null) => await host.Lane.RunAsync(
        async (db, cancel) =>
        {
            var opened = new TaskCascade(Desk, new TaskShelf(db), Now).Open(request);
            Assert.Empty(opened.Problems);
            await TaskStore.WriteAsync(db, opened, new Dictionary<string, TaskOrigin> { [request.Id] = origin ?? TaskOrigin.None }, cancel);
            return opened.Tasks.Single();
        },
        Cancel);

    public async Task<CascadeResult> SendAsync(string id, TaskCommand command) => await host.Lane.RunAsync(
        async (db, cancel) =>
        {
            var stored = await TaskStore.FindAsync(db, id, cancel);
            var result = new TaskCascade(Desk, new TaskShelf(db), Now).Run(stored!.Task, command);
            await TaskStore.WriteAsync(db, result, cancellationToken: cancel);
            return result;
        },
        Cancel);

    public async Task<HumanTask> ReadAsync(string id)
    {
        await using var db = host.Read();
        return (await TaskStore.FindAsync(db, id, Cancel))!.Task;
    }

    private static Person Somebody(string id, IReadOnlyList<string> roles, params Post[] posts) => new() { Id = id, Name = id, Roles = roles, Posts = posts };
}

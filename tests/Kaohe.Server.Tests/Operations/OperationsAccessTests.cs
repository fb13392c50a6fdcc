using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;

namespace Kaohe.Server.Tests.Operations;

public sealed class OperationsAccessTests(ServerHost host) : IClassFixture<ServerHost>
{
    private static readonly string[] _roles = [RoleCodes.Office, RoleCodes.Administrator];

    public static IReadOnlyList<Entry> Entries { get; } =
    [
        new("GET", "/operations/flows", _roles),
        new("GET", "/operations/flows/none", _roles),
        new("GET", "/operations/instances", _roles),
        new("GET", "/operations/instances/none", _roles),
        new("GET", "/operations/instances/none/migration", _roles),
        new("GET", "/operations/dead-letters", _roles),
        new("GET", "/api/operations/flows", _roles),
        new("GET", "/api/operations/flows/none", _roles),
        new("GET", "/api/operations/flows/none/file", _roles),
        new("POST", "/api/operations/flows/import", _roles),
        new("POST", "/api/operations/flows/none/publish", _roles),
        new("POST", "/api/operations/flows/none/retract", _roles),
        new("POST", "/api/operations/flows/none/revert/1", _roles),
        new("POST", "/api/operations/flows/none/start", _roles),
        new("GET", "/api/operations/instances", _roles),
        new("GET", "/api/operations/instances/none", _roles),
        new("GET", "/api/operations/instances/none/journal", _roles),
        new("POST", "/api/operations/instances/none/retry", _roles),
        new("POST", "/api/operations/instances/none/cancel", _roles),
        new("POST", "/api/operations/instances/none/migration/preview", _roles),
        new("POST", "/api/operations/instances/none/migration", _roles),
        new("GET", "/api/operations/outbox", _roles),
        new("GET", "/api/operations/dead-letters", _roles),
        new("POST", "/api/operations/dead-letters/1/replay", _roles),
        new("POST", "/api/operations/dead-letters/1/discard", _roles),
        new("POST", "/api/operations/dead-letters/replay", _roles),
    ];

    [Fact]
    public Task Should_let_only_the_office_and_the_administrator_operate() => AccessTable.CheckAsync(host, Entries);
}

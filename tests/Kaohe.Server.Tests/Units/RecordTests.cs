using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Assessment.Officials;
using Kaohe.Assessment.Units;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Assessment;
using Microsoft.EntityFrameworkCore;

namespace Kaohe.Server.Tests.Units;

public sealed class RecordTests(DemoHost host) : IClassFixture<DemoHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_refuse_a_unit_with_everything_that_is_wrong_and_change_nothing()
    {
        var office = await host.AsAsync("考核办主任");
        var before = await UnitAsync("xinfu");

        using var answer = await DemoHost.SendAsync(office, HttpMethod.Put, "/api/units/xinfu", before with { Name = "", ShortName = " ", GroupId = "没有", ContactEmail = "不是邮箱" });

        Assert.Equal(
            ["units[xinfu].name", "units[xinfu].shortName", "units[xinfu].groupId", "units[xinfu].contactEmail"], (await DemoHost.ProblemsAsync(answer)).Select(problem => problem.Path));
        Assert.Equal(before, await UnitAsync("xinfu"));
    }

    [Fact]
    public async Task Should_change_a_unit_and_a_person()
    {
        var office = await host.AsAsync("考核办主任");
        var unit = await UnitAsync("yuanping");
        var head = await OfficialAsync("yuanping-head");

        using var changedUnit = await DemoHost.SendAsync(office, HttpMethod.Put, "/api/units/yuanping", unit with { ContactPhone = "0350-1234567" });
        using var changedHead = await DemoHost.SendAsync(office, HttpMethod.Put, "/api/officials/yuanping-head", head with { Name = "王喆" });

        Assert.Equal(HttpStatusCode.NoContent, changedUnit.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, changedHead.StatusCode);
        Assert.Equal("0350-1234567", (await UnitAsync("yuanping")).ContactPhone);
        Assert.Equal("王喆", (await OfficialAsync("yuanping-head")).Name);
    }

    [Fact]
    public async Task Should_let_nobody_but_office_and_administrator_change_records()
    {
        var unit = await host.AsAsync("忻府区联络员");

        using var answer = await DemoHost.SendAsync(unit, HttpMethod.Put, "/api/units/xinfu", await UnitAsync("xinfu"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Should_write_the_passage_on_the_last_three_years()
    {
        var office = await host.AsAsync("考核办主任");
        var head = await OfficialAsync("xinfu-head");

        var passage = await office.GetFromJsonAsync<JsonElement>("/api/cycles/2026/officials/xinfu-head/passage", Cancel);
        using var stranger = await (await host.AsAsync("原平市联络员")).GetAsync("/api/cycles/2026/officials/xinfu-head/passage", Cancel);

        Assert.StartsWith($"{head.Name}同志近3年年度目标责任考核等次：2023年度无考核记录；2024年度任忻府区", passage.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
    }

    private async Task<Unit> UnitAsync(string id)
    {
        await using var db = host.Read();
        return (await db.Units.AsNoTracking().SingleAsync(unit => unit.Id == id, Cancel)).Value;
    }

    private async Task<Official> OfficialAsync(string id)
    {
        await using var db = host.Read();
        return (await db.Officials.AsNoTracking().SingleAsync(official => official.Id == id, Cancel)).Value;
    }
}

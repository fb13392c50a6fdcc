using System.Net;
using System.Text;
using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Office;
using Kaohe.Office.People;
using Kaohe.Server.Tasks;
using Kaohe.Server.Tasks.Inbox;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Tasks;

/// <summary>A person's deadlines in a calendar program: no sign-in, so nothing confidential, and an address that can be taken back.</summary>
public sealed class CalendarFeedTests(DemoHost host) : IClassFixture<DemoHost>
{
    private const int MostOctets = 75;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CalendarFeeds Feeds => host.Services.GetRequiredService<CalendarFeeds>();

    [Fact]
    public async Task Should_show_deadlines_without_a_sign_in_but_nothing_confidential()
    {
        var clerk = await ClerkAsync();
        await OpenAsync("填报一季度重点工作完成情况和佐证材料（含现场照片、统计报表）", isConfidential: false);
        await OpenAsync("关于某同志的谈话", isConfidential: true);

        var text = await ReadAsync(await Feeds.CreateAsync(clerk, Cancel));

        Assert.DoesNotContain("谈话", text, StringComparison.Ordinal);
        Assert.Contains("填报一季度", Ical.Net.Calendar.Load(text)!.Events.Select(one => one.Summary).Aggregate(string.Concat), StringComparison.Ordinal);
        Assert.Equal(2, Ical.Net.Calendar.Load(text)!.Events.Count);
        Assert.All(Ical.Net.Calendar.Load(text)!.Events, one =>
        {
            Assert.False(one.Start!.HasTime);
            Assert.Equal(DateOnly.FromDateTime(Due.DateTime), one.Start.Date);
            Assert.NotNull(one.DtStamp);
            Assert.StartsWith("http", one.Url!.ToString(), StringComparison.Ordinal);
        });

        // RFC 5545, 3.1: lines end with CRLF and are folded at 75 octets; 3.6: PRODID and VERSION.
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, MostOctets));
        Assert.DoesNotContain('\n', text.Replace("\r\n", string.Empty, StringComparison.Ordinal));
        Assert.Contains("\r\nVERSION:2.0\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nPRODID:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_stop_showing_when_the_address_is_taken_back_or_made_anew_and_keep_no_secret()
    {
        var clerk = await ClerkAsync();
        var first = await Feeds.CreateAsync(clerk, Cancel);
        var second = await Feeds.CreateAsync(clerk, Cancel);
        await ReadAsync(second);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(first));
        await using var db = host.Read();
        var kept = await db.CalendarFeeds.SingleAsync(feed => feed.PersonId == clerk.Id, Cancel);
        Assert.DoesNotContain(kept.TokenHash, second, StringComparison.Ordinal);
        Assert.NotNull(kept.ReadAt);

        await Feeds.RevokeAsync(clerk, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(CalendarFeeds.Folder + "unknown.ics"));
    }

    private static DateTimeOffset Due => OfficeTime.EndOf(OfficeTime.DateOf(DateTimeOffset.UtcNow).AddDays(10));

    private async Task<string> ReadAsync(string address)
    {
        using var answer = await host.Visitor().GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await host.Visitor().GetAsync(address, Cancel);
        return answer.StatusCode;
    }

    private async Task<Actor> ClerkAsync()
    {
        var desk = await host.Services.GetRequiredService<TaskDesks>().OpenAsync(Cancel);
        return Actor.Of(desk.Directory.Expand([Candidate.OfPost("xinfu", PostCodes.Handler)])[0]);
    }

    private Task OpenAsync(string title, bool isConfidential) => host.DeliverAsync(KaoheEffects.OpenTasks, new OpenTasks
    {
        BookmarkId = "b", Item = "item", CycleYear = DemoHost.Year, Audience = AudienceSpec.OfUnit("xinfu"), TaskKind = TaskKinds.General, Title = title, Role = Role.Unit.Code,
        PostOrPerson = PostCodes.Handler, IsConfidential = isConfidential, DueAt = Due,
    });
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Server.Identity;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Outbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Operations;

public sealed class DeadLetterTests(DeadLetterTests.Host host) : IClassFixture<DeadLetterTests.Host>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_list_a_failed_delivery_with_its_reason_and_deliver_it_when_asked()
    {
        var administrator = await host.SignInAsync("管理员", RoleCodes.Administrator);
        await EnqueueAsync("letter-1");
        await Wait.UntilAsync(async () => (await LettersAsync(administrator)).Count == 1);
        var letter = Assert.Single(await LettersAsync(administrator));
        Assert.Equal("收件单位没有邮箱", letter.GetProperty("reason").GetString());
        Assert.Equal(1, (await administrator.GetFromJsonAsync<JsonElement>("/api/operations/outbox", Cancel)).GetProperty("dead").GetInt32());

        Host.Mended["letter-1"] = true;
        using var replayed = await administrator.PostAsync($"/api/operations/dead-letters/{letter.GetProperty("id").GetInt64()}/replay", null, Cancel);

        Assert.Equal(HttpStatusCode.NoContent, replayed.StatusCode);
        await Wait.UntilAsync(() => Task.FromResult(Host.Delivered.ContainsKey("letter-1")));
        Assert.Empty(await LettersAsync(administrator));
    }

    [Fact]
    public async Task Should_say_that_a_letter_is_gone()
    {
        var administrator = await host.SignInAsync("管理员", RoleCodes.Administrator);

        using var answer = await administrator.PostAsync("/api/operations/dead-letters/999999/replay", null, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task EnqueueAsync(string key)
    {
        var writer = host.Services.GetRequiredService<OutboxWriter>();
        await host.Services.GetRequiredService<IWriteLane>().RunAsync(
            async (db, cancel) =>
            {
                await writer.EnqueueAsync(db, new OutboxRequest { Key = key, Kind = Host.Kind }, cancel);
                return true;
            },
            Cancel);
    }

    private static async Task<List<JsonElement>> LettersAsync(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>("/api/operations/dead-letters", Cancel)).GetProperty("items").EnumerateArray()];

    public sealed class Host : ServerHost
    {
        public const string Kind = "Test.Letter";

        public static ConcurrentDictionary<string, bool> Mended { get; } = [];

        public static ConcurrentDictionary<string, bool> Delivered { get; } = [];

        protected override void Adjust(WebApplicationBuilder builder) => builder.Services.AddEffectHandler<Handler>(Kind);

        private sealed class Handler : IEffectHandler
        {
            public Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
            {
                if (!Mended.ContainsKey(context.Effect.Key))
                {
                    throw new UndeliverableException("收件单位没有邮箱");
                }

                Delivered[context.Effect.Key] = true;
                return Task.CompletedTask;
            }
        }
    }
}

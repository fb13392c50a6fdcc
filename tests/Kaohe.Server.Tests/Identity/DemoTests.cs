using System.Net;
using System.Net.Http.Json;
using Kaohe.Server.Identity;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Server.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Identity;

public sealed class DemoTests(DemoTests.Demo host) : IClassFixture<DemoTests.Demo>
{
    [Fact]
    public async Task Should_print_sign_ins_that_work()
    {
        var lines = host.Services.GetServices<IStartNotice>().SelectMany(notice => notice.Lines).ToList();
        var password = await File.ReadAllTextAsync(Path.Combine(host.Folder, "demo-password.txt"), TestContext.Current.CancellationToken);
        Assert.Contains(lines, line => line.Contains(password, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("系统管理员（管理员）", StringComparison.Ordinal));

        using var answer = await host.Visitor().PostAsJsonAsync("/api/auth/sign-in", new SignInRequest("系统管理员", password), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public sealed class Demo : ServerHost
    {
        protected override IEnumerable<string> Settings => ["--Demo:Enabled=true"];
    }
}

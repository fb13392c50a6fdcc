using System.Net;
using Kaohe.Office.People;
using Kaohe.Server.Elsa.Access;
using Kaohe.Server.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Elsa;

public sealed class ElsaAccessTests(ElsaHost host) : IClassFixture<ElsaHost>
{
    private static readonly string[] _editors = [RoleCodes.Office, RoleCodes.Administrator];
    private static readonly string[] _viewers = [RoleCodes.Office, RoleCodes.Administrator, RoleCodes.Leader];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Should_have_a_rule_on_every_endpoint()
    {
        var endpoints = Endpoints();

        Assert.True(endpoints.Count > 75);
        Assert.Empty(endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<DesignerRight>() is null).Select(endpoint => endpoint.DisplayName));
    }

    [Fact]
    public async Task Should_answer_each_role_on_each_endpoint_as_its_rule_says()
    {
        List<string> wrong = [];
        var visitor = host.Visitor();
        var clients = new Dictionary<string, HttpClient>();
        foreach (var role in Role.All)
        {
            clients[role.Code] = await host.SignInAsync($"某{role.Label}", role.Code);
        }

        foreach (var endpoint in Endpoints())
        {
            var allowed = endpoint.Metadata.GetMetadata<DesignerRight>()?.Act == DesignerAct.Edit ? _editors : _viewers;
            foreach (var method in Methods(endpoint))
            {
                var address = Address(endpoint.RoutePattern);
                var status = await TryAsync(visitor, method, address);
                if (status != HttpStatusCode.Unauthorized)
                {
                    wrong.Add($"visitor {method} {address}: {status}");
                }

                foreach (var (role, client) in clients)
                {
                    status = await TryAsync(client, method, address);
                    var isRight = allowed.Contains(role)
                        ? status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)status < 500
                        : status == HttpStatusCode.NotFound;
                    if (!isRight)
                    {
                        wrong.Add($"{role} {method} {address}: {status}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Should_refuse_a_write_that_another_site_sent()
    {
        var office = await host.OfficeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ElsaHost.Api}/workflow-definitions/annual-assessment/retract");
        request.Headers.Add("Origin", "https://evil.example");

        using var answer = await office.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Should_show_a_leader_flows_that_are_read_only()
    {
        var leader = await host.LeaderAsync();

        var list = await ElsaHost.GetAsync(leader, "/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10&SearchTerm=&IsSystem=False&OrderDirection=Ascending");
        var flow = await ElsaHost.GetAsync(leader, "/workflow-definitions/by-definition-id/annual-assessment?versionOptions=Latest");

        Assert.Empty(list["links"]!.AsArray());
        Assert.Empty(flow["links"]!.AsArray());
        var own = await ElsaHost.GetAsync(await host.OfficeAsync(), "/workflow-definitions/by-definition-id/annual-assessment?versionOptions=Latest");
        Assert.Contains(own["links"]!.AsArray(), link => (string?)link!["rel"] == "publish");
    }

    private IReadOnlyList<RouteEndpoint> Endpoints() =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0] is "elsa" or "studio"),
    ];

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["POST"];

    private static string Address(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => parameter.ParameterPolicies.Any(policy => policy.Content == "int") ? "1" : "none",
        _ => "",
    }))));

    private static async Task<HttpStatusCode> TryAsync(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is "POST" or "PUT")
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}

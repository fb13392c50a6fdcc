using System.Diagnostics;
using EndToEnd.Server;
using EndToEnd.Year;
using Kaohe.Activities;

namespace EndToEnd;

public sealed class WholeYearTests(KaoheProcess server, ITestOutputHelper output) : IClassFixture<KaoheProcess>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Should_bring_every_unit_through_supervision_self_assessment_and_the_posted_notice()
    {
        using var year = new YearDriver(server, Cancel) { Log = output.WriteLine };
        await year.StartAsync();
        var units = year.City.Units.Count;
        var watch = Stopwatch.StartNew();
        await year.RunAsync(isEnough: () => year.Done.GetValueOrDefault(TaskKinds.NoticePosting) == units);
        output.WriteLine($"{year.Done.Values.Sum()} tasks took {watch.Elapsed}.");

        foreach (var kind in new[]
        {
            TaskKinds.Receipt, TaskKinds.EvidenceFiling, TaskKinds.SupervisionFinding, TaskKinds.SelfAssessmentReport, TaskKinds.SelfAssessmentSignature, TaskKinds.NoticePosting,
        })
        {
            Assert.True(year.Done[kind] >= units, $"{kind}: {year.Done[kind]} of {units}");
        }

        Assert.Equal(year.City.Trees.SelectMany(tree => tree.Indicators()).Select(indicator => indicator.CertifierUnitId).Distinct().Count(), year.Done[TaskKinds.ReadingCertification]);
        await AssertDocumentsAsync(year);
        await AssertNothingFailedAsync(year);
    }

    private static async Task AssertDocumentsAsync(YearDriver year)
    {
        var office = await year.AsAsync(Duties.Checking);
        var documents = await office.ListAsync("/api/documents/", Cancel);
        Assert.All(documents, line => Assert.Equal("issued", line["state"]!.ToString()));
        Assert.Equal(year.City.Units.Count, documents.Count(line => line["kind"]!.ToString() == "督查记录表"));
        Assert.Single(documents, line => line["kind"]!.ToString() == "督查通报");
        var notice = Assert.Single(documents, line => line["kind"]!.ToString() == "督查通知");
        Assert.NotNull(notice["number"]);
        Assert.Equal(0, notice["missing"]!.GetValue<int>());
        var (status, content) = await office.DownloadAsync($"/documents/{notice["id"]}/word", Cancel);
        Assert.Equal(System.Net.HttpStatusCode.OK, status);
        Assert.Equal("PK"u8.ToArray(), content[..2]);
    }

    private static async Task AssertNothingFailedAsync(YearDriver year)
    {
        var administrator = await year.AsAsync(Duties.Administrator);
        Assert.Equal(0, (await administrator.GetAsync("/api/operations/outbox", Cancel))["dead"]!.GetValue<int>());
        var failed = await administrator.GetAsync("/api/operations/instances/?incidents=true", Cancel);
        Assert.Empty(failed["items"]!.AsArray());
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Activities;
using Kaohe.Activities.Effects;
using Kaohe.Documents.Signing;
using Kaohe.Documents.Templates;
using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Tests.Given;
using Kaohe.Storage;
using Kaohe.Storage.Assessment;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kaohe.Server.Tests.Documents;

/// <summary>签名图片 and time stamps, from the upload to the paper.</summary>
public sealed class SignaturePictureTests(StampingCity city) : IClassFixture<StampingCity>
{
    private static CancellationToken Cancel => DocumentCity.Cancel;

    [Fact]
    public async Task Should_keep_who_put_in_a_signature_and_when_and_show_it_to_nobody_else()
    {
        using var stored = await UploadAsync(city.Leader, SamplePicture.Seal());
        Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync(Cancel));
        var line = Assert.Single((await city.Leader.GetFromJsonAsync<JsonElement>("/api/signature", Cancel)).EnumerateArray());
        Assert.Equal("市长", line.GetProperty("byName").GetString());
        Assert.Equal("image/png", (await city.Leader.GetAsync("/account/signature.png", Cancel)).Content.Headers.ContentType!.MediaType);

        // Another test may have given one of them a signature of their own by now.
        var own = await city.Leader.GetByteArrayAsync("/account/signature.png", Cancel);
        foreach (var other in new[] { city.Office, city.UnitPerson, city.Team, city.Administrator })
        {
            using var shown = await other.GetAsync("/account/signature.png", Cancel);
            Assert.NotEqual(Convert.ToBase64String(own), Convert.ToBase64String(await shown.Content.ReadAsByteArrayAsync(Cancel)));
            Assert.DoesNotContain((await other.GetFromJsonAsync<JsonElement>("/api/signature", Cancel)).EnumerateArray(), one => one.GetProperty("byName").GetString() == "市长");
        }

        using var removed = await city.Leader.DeleteAsync("/api/signature", Cancel);
        using var gone = await city.Leader.GetAsync("/account/signature.png", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.NotEqual(JsonValueKind.Null, (await city.Leader.GetFromJsonAsync<JsonElement>("/api/signature", Cancel))[0].GetProperty("removedAt").ValueKind);
    }

    [Fact]
    public async Task Should_refuse_what_is_no_picture_whatever_it_is_called()
    {
        using var answer = await UploadAsync(city.Team, "<script>alert(1)</script>"u8.ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("不是 PNG 或 JPG", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_put_the_heads_signature_on_a_copy_when_the_responsibility_paper_is_signed_and_leave_what_went_out()
    {
        using var stored = await UploadAsync(city.UnitPerson, SamplePicture.For("签名"));
        var row = await IssuedPaperAsync();
        var issued = DocumentStore.Read(row).FinalFile!.Sha256;
        var task = await TaskAsync();

        using var done = await DocumentCity.PostAsync(city.UnitPerson, $"/api/tasks/{task.Id}/complete", new { expectedRevision = task.Revision, outcome = task.Outcomes[0].Code, data = new { confirmed = true } });
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Cancel));

        var copy = await city.WaitAsync(db => db.DocumentRenditions.Where(one => one.DocumentId == row.Id && one.VersionNumber == DocumentRenditionRow.Countersigned), _ => true);
        var after = await city.WaitAsync(db => db.Documents().Where(one => one.Id == row.Id), _ => true);
        Assert.Equal(issued, DocumentStore.Read(after).FinalFile!.Sha256);
        Assert.NotEqual(issued, copy.PdfSha256);
        await using var db = await city.Services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync(Cancel);
        Assert.Contains(await DocumentStore.HistoryAsync(db, row.Id, Cancel), line => line is { Kind: DocumentEventKind.Countersigned, ActorName: "忻府区甲" });
        using var file = await city.UnitPerson.GetAsync($"/documents/{row.Id}/pdf?version=-1", Cancel);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.All(PdfSignatureReader.Read(await file.Content.ReadAsByteArrayAsync(Cancel)), state => Assert.True(state.IsIntact));
        using var stranger = await city.OtherUnitPerson.GetAsync($"/documents/{row.Id}/pdf?version=-1", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task Should_carry_a_time_stamp_of_the_authority_on_every_issued_file()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: false), one => one.State == DocumentState.Issued);

        var bytes = await city.Services.GetRequiredService<DocumentFiles>().ReadAsync(DocumentStore.Read(row).FinalFile!.Sha256, Cancel);

        var state = Assert.Single(PdfSignatureReader.Read(bytes));
        Assert.True(state.IsIntact);
        Assert.NotNull(state.WitnessedAt);
        Assert.InRange(state.WitnessedAt!.Value, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.NotEqual(0, city.Authority.Stamps);
    }

    private async Task<DocumentRow> IssuedPaperAsync()
    {
        var draft = new DraftDocument
        {
            BookmarkId = "b",
            Item = Guid.NewGuid().ToString("N"),
            StepCode = "IndicatorSetting",
            CycleYear = DocumentCity.Year,
            TemplateName = "责任书",
            Title = "年度目标责任书",
            Audience = AudienceSpec.Of([DocumentCity.Unit]),
            IsPerUnit = true,
        };
        await city.AskAsync(KaoheEffects.DraftDocument, draft, Guid.NewGuid().ToString("N"));
        var row = await city.WaitAsync(db => db.Documents().Where(one => one.Item == draft.Item), one => one.State is DocumentState.Drafting or DocumentState.Issued);
        if (row.State == DocumentState.Drafting)
        {
            var details = await city.Office.GetFromJsonAsync<JsonElement>($"/api/documents/{row.Id}", Cancel);
            var fields = details.GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("path").GetString()!).Where(path => path.StartsWith("fields.", StringComparison.Ordinal))
                .Select(path => path["fields.".Length..].Split('.')[0]).Distinct().ToDictionary(name => name, Sample);
            using var filled = await DocumentCity.PostAsync(city.Office, $"/api/documents/{row.Id}/fields", new { fields, submit = true });
            Assert.True(filled.IsSuccessStatusCode, await filled.Content.ReadAsStringAsync(Cancel));
        }

        return await city.WaitAsync(db => db.Documents().Where(one => one.Id == row.Id), one => one.State == DocumentState.Issued);
    }

    private static JsonElement Sample(string name) => TemplateCatalogue.Find("责任书")!.Fields.Single(field => field.Name == name).Sample;

    private async Task<HumanTask> TaskAsync()
    {
        var unit = await city.Services.GetRequiredService<IWriteLane>().RunAsync(
            async (db, cancel) =>
            {
                // Only the head of the unit signs.
                var row = await db.Units.SingleAsync(one => one.Id == DocumentCity.Unit, cancel);
                row.Write(row.Value with { LeaderOfficialId = "p-unit" });
                var desk = await city.Services.GetRequiredService<Server.Tasks.TaskDesks>().OpenAsync(cancel);
                var request = new NewTask
                {
                    Id = Guid.NewGuid().ToString("N"), Kind = TaskKinds.ResponsibilitySigning, Title = "签订年度目标责任书", Candidates = [Candidate.OfPerson("p-unit")], UnitId = DocumentCity.Unit, CycleYear = DocumentCity.Year,
                };
                var opened = new TaskCascade(desk, new TaskShelf(db), DateTimeOffset.UtcNow).Open(request);
                Assert.Empty(opened.Problems);
                await TaskStore.WriteAsync(db, opened, new Dictionary<string, TaskOrigin> { [request.Id] = TaskOrigin.None }, cancel);
                return opened.Tasks.Single();
            },
            Cancel);
        return unit;
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient who, byte[] file)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "签名.png" } };
        return await who.PostAsync("/api/signature", content, Cancel);
    }
}

/// <summary>The city with a time stamp authority.</summary>
public sealed class StampingCity : DocumentCity
{
    public TimestampAuthority Authority { get; private set; } = null!;

    protected override IEnumerable<string> Settings => [.. base.Settings, $"--Documents:TimestampUrl={Authority.Address}"];

    public override async ValueTask InitializeAsync()
    {
        Authority = await TimestampAuthority.StartAsync(Cancel);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Authority.DisposeAsync();
    }
}

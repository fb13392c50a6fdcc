using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kaohe.Office.Documents;

namespace Kaohe.Server.Tests.Documents;

/// <summary>Every entry path, role by role: list, details, files, acts.</summary>
public sealed class DocumentRightsTests(DocumentCity city) : IClassFixture<DocumentCity>
{
    private static readonly string[] _acts = ["sign", "return", "submit", "fields", "number", "seal", "issue", "receive", "urge", "archive", "void", "comment"];

    [Fact]
    public async Task Should_show_a_document_that_waits_for_its_signature_to_office_and_leader_only()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);

        Assert.Equal<bool>(new[] { true, true, false, false, false, false }, await SeenByAsync(row.Id));
    }

    [Fact]
    public async Task Should_show_an_issued_document_to_its_recipient_and_not_to_another_unit()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: false), one => one.State == DocumentState.Issued);

        Assert.Equal<bool>(new[] { true, true, true, false, false, false }, await SeenByAsync(row.Id));
    }

    [Fact]
    public async Task Should_answer_every_act_of_a_stranger_as_if_there_were_no_document()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: false), one => one.State == DocumentState.Issued);
        foreach (var act in _acts)
        {
            using var answer = await DocumentCity.PostAsync(city.OtherUnitPerson, $"/api/documents/{row.Id}/{act}", new { text = "x", fields = new { } });
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Should_let_only_the_recipient_unit_sign_for_it()
    {
        var row = await city.DraftAsync(DocumentCity.Notice(signed: false), one => one.State == DocumentState.Issued);
        using var office = await DocumentCity.PostAsync(city.Office, $"/api/documents/{row.Id}/receive", new { unitId = DocumentCity.Unit });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.StatusCode);

        using var unit = await DocumentCity.PostAsync(city.UnitPerson, $"/api/documents/{row.Id}/receive");

        Assert.Equal(HttpStatusCode.OK, unit.StatusCode);
        var details = await city.Office.GetFromJsonAsync<JsonElement>($"/api/documents/{row.Id}", DocumentCity.Cancel);
        Assert.Empty(details.GetProperty("missingReceipts").EnumerateArray());
    }

    [Fact]
    public async Task Should_not_let_a_unit_void_or_the_office_sign()
    {
        var issued = await city.DraftAsync(DocumentCity.Notice(signed: false), one => one.State == DocumentState.Issued);
        var signing = await city.DraftAsync(DocumentCity.Notice(signed: true), one => one.State == DocumentState.Signing);

        using var unit = await DocumentCity.PostAsync(city.UnitPerson, $"/api/documents/{issued.Id}/void", new { text = "不要了" });
        using var office = await DocumentCity.PostAsync(city.Office, $"/api/documents/{signing.Id}/sign", new { secret = Given.ServerHost.Password });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unit.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.StatusCode);
        Assert.Contains("只有指定的签发人", await office.Content.ReadAsStringAsync(DocumentCity.Cancel), StringComparison.Ordinal);
    }

    // Office, leader, recipient, other unit, team, administrator.
    private async Task<bool[]> SeenByAsync(string id)
    {
        List<bool> seen = [];
        foreach (var who in new[] { city.Office, city.Leader, city.UnitPerson, city.OtherUnitPerson, city.Team, city.Administrator })
        {
            using var details = await who.GetAsync($"/api/documents/{id}", DocumentCity.Cancel);
            using var pdf = await who.GetAsync($"/documents/{id}/pdf", DocumentCity.Cancel);
            using var word = await who.GetAsync($"/documents/{id}/word", DocumentCity.Cancel);
            var list = await who.GetStringAsync("/api/documents", DocumentCity.Cancel);
            var can = details.StatusCode == HttpStatusCode.OK;
            Assert.Equal(can, pdf.StatusCode == HttpStatusCode.OK);
            Assert.Equal(can, word.StatusCode == HttpStatusCode.OK);
            Assert.Equal(can, list.Contains(id, StringComparison.Ordinal));
            seen.Add(can);
        }

        return [.. seen];
    }
}

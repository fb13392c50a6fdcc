using System.Text.Json.Nodes;
using EndToEnd.Server;
using Kaohe.Activities;

namespace EndToEnd.Year;

/// <summary>What people do with documents: the office fills in what is missing, the leader signs what is shown. Receipts are tasks.</summary>
/// <param name="driver">The year.</param>
internal sealed partial class DocumentWork(YearDriver driver)
{
    /// <summary>Does everything that waits for somebody.</summary>
    /// <returns>How many documents moved on.</returns>
    public async Task<int> WorkAsync(CancellationToken cancellationToken) =>
        await CompleteAsync(cancellationToken) + await SignAsync(cancellationToken);

    private async Task<int> CompleteAsync(CancellationToken cancellationToken)
    {
        var office = await driver.AsAsync(Duties.Checking);
        var drafts = (await office.ListAsync("/api/documents/?state=Drafting", cancellationToken)).Where(line => line["isIncomplete"]!.GetValue<bool>()).ToList();
        foreach (var id in drafts.Select(line => line["id"]!.ToString()))
        {
            var details = await office.GetAsync($"/api/documents/{id}", cancellationToken);
            await FillAsync(office, id, details["problems"]!.AsArray(), cancellationToken);
        }

        return drafts.Count;
    }

    // The office types what no record knows; what the server says of a value tells which form it wants.
    private async Task FillAsync(Session office, string id, JsonArray problems, CancellationToken cancellationToken)
    {
        var fields = problems.Select(problem => problem!["path"]!.ToString()).Where(path => path.StartsWith("fields.", StringComparison.Ordinal))
            .Select(path => path["fields.".Length..].Split('.')[0]).Distinct().ToDictionary(name => name, _ => "按方案执行");
        for (var attempt = 0; ; attempt++)
        {
            var body = new JsonObject { ["fields"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))), ["submit"] = true };
            var (status, answer) = await office.PostAsync($"/api/documents/{id}/fields", body, cancellationToken);
            if ((int)status < 300)
            {
                return;
            }

            if (attempt == 2 || answer?["problems"] is not JsonArray refused)
            {
                throw new YearStuckException($"Document {id} cannot be completed: {problems.ToJsonString(Kaohe.Office.OfficeJson.Options)} {answer?.ToJsonString(Kaohe.Office.OfficeJson.Options)}");
            }

            foreach (var (path, message) in refused.Select(problem => (problem!["path"]!.ToString(), problem["message"]!.ToString())))
            {
                fields[path["fields.".Length..].Split('.')[0]] = Wanted(message);
            }
        }
    }

    private string Wanted(string message) => message switch
    {
        _ when message.Contains("日期", StringComparison.Ordinal) => Forms.FormFiller.Day(Kaohe.Office.OfficeTime.DateOf(driver.Now)),
        _ when message.Contains("数字", StringComparison.Ordinal) => "1",
        _ when RowWidth().Match(message) is { Success: true } match => string.Join(" | ", Enumerable.Repeat("无", int.Parse(match.Groups[1].Value))),
        _ => "按方案执行",
    };

    [System.Text.RegularExpressions.GeneratedRegex(@"每行应有(\d+)栏")]
    private static partial System.Text.RegularExpressions.Regex RowWidth();

    private async Task<int> SignAsync(CancellationToken cancellationToken)
    {
        var leader = await driver.AsAsync(Duties.Leader);
        var waiting = (await leader.ListAsync("/api/documents/?mine=true&state=Signing", cancellationToken))
            .Where(line => driver.IsLeftToOthers?.Invoke(line["id"]!.ToString(), TaskKinds.SignOff, line["unitId"]?.ToString()) != true).ToList();
        foreach (var id in waiting.Select(line => line["id"]!.ToString()))
        {
            var details = await leader.GetAsync($"/api/documents/{id}", cancellationToken);
            await leader.DoAsync(
                $"/api/documents/{id}/sign",
                new JsonObject { ["secret"] = KaoheProcess.Password, ["sha256"] = details["sha256"]!.ToString(), ["opinion"] = "同意印发。" },
                cancellationToken);
        }

        return waiting.Count;
    }
}

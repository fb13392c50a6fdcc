using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Kaohe.Benchmarks.Storage;
using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Files;
using Kaohe.Server.Identity.People;
using Kaohe.Server.Mail;
using Kaohe.Server.Shell.Hosting;
using Kaohe.Storage;
using Kaohe.Storage.Documents;
using Kaohe.Storage.Lane;
using Kaohe.Storage.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kaohe.Benchmarks.Mail;

/// <summary>
/// Task mails with a PDF, each a message of its own: <c>mail [--count 10000] [--kilobytes 200] [--smtp PORT [--mailboxes FOLDER]]</c>. Into the pickup folder, or to
/// a mail server without encryption on this machine whose mailboxes are below FOLDER. A hundred different documents, so that encoding them is part of it, each to a
/// hundred people: what is told to one person at once would leave as one message. Fails when a mail is missing on the disk.
/// </summary>
internal static class MailLoad
{
    private const int Documents = 100;
    private const int Batch = 50;
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    public static async Task<int> RunAsync(string[] args)
    {
        var count = int.Parse(StorageLoad.Option(args, "--count") ?? "10000", CultureInfo.InvariantCulture);
        var kilobytes = int.Parse(StorageLoad.Option(args, "--kilobytes") ?? "200", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("kaohe-mail-").FullName;
        string[] smtp = StorageLoad.Option(args, "--smtp") is { } port
            ? ["--Mail:Mode=Smtp", "--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={port}", "--Mail:Smtp:Security=None"]
            : [];
        await using var app = KaoheHost.Build(
            ["--urls=http://127.0.0.1:0", $"--Data:Folder={folder}", "--Demo:Enabled=true", "--Mail:DigestWindow=00:00:00", "--Mail:QuietHours=false", .. smtp],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
            });
        await app.StartAsync();
        var (people, recipients) = await PeopleAsync(app.Services);
        var (documents, hashes) = await DocumentsAsync(app.Services, kilobytes * 1024, recipients);

        var process = Process.GetCurrentProcess();
        var (cpu, watch, samples) = (process.TotalProcessorTime, Stopwatch.StartNew(), new List<long>());
        for (var first = 0; first < count; first += Batch)
        {
            await QueueAsync(app.Services, people, documents, first, Math.Min(Batch, count - first));
        }

        var queued = watch.Elapsed;
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (await SentAsync(app.Services) < count && await ticks.WaitForNextTickAsync())
        {
            process.Refresh();
            samples.Add(process.WorkingSet64 / 1024 / 1024);
        }

        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        var third = Math.Max(1, samples.Count / 3);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} mails with a PDF of {kilobytes} KB to {people.Count} people: queued in {queued.TotalSeconds:0.0} s, all out after {watch.Elapsed.TotalSeconds:0.0} s ({count / watch.Elapsed.TotalSeconds:0} mails/s), {cpu.TotalSeconds:0.0} s of processor time; resident {samples.Take(third).DefaultIfEmpty().Average():0} MB in the first third, {samples.TakeLast(third).DefaultIfEmpty().Average():0} MB in the last, {process.PeakWorkingSet64 / 1024 / 1024} MB at most"));
        var holds = await ProveAsync("written", Path.Combine(folder, "mail"), hashes, count, kilobytes * 1024);
        if (StorageLoad.Option(args, "--mailboxes") is { } mailboxes)
        {
            // The server puts into mailboxes what it has taken in its own time.
            while (Directory.GetFiles(mailboxes, "*.*", SearchOption.AllDirectories).Length < count && watch.Elapsed < _patience && await ticks.WaitForNextTickAsync())
            {
                process.Refresh();
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"In the mailboxes after {watch.Elapsed.TotalSeconds:0.0} s"));
            holds &= await ProveAsync("in the mailboxes", mailboxes, hashes, count, kilobytes * 1024);
        }

        await app.StopAsync();
        Directory.Delete(folder, recursive: true);
        return holds ? 0 : 1;
    }

    private static async Task<bool> ProveAsync(string what, string folder, HashSet<string> hashes, int count, int bytes)
    {
        var proof = await MailProof.OfAsync(folder, hashes);
        Console.WriteLine($"{(proof.Holds(count, bytes) ? "ok" : "WRONG")}: {what} {proof}");
        return proof.Holds(count, bytes);
    }

    // Everybody who reads a document that was issued to all units: the mail of somebody who may not would leave without it.
    private static async Task<(IReadOnlyList<Person> People, IReadOnlyList<DocumentRecipient> Recipients)> PeopleAsync(IServiceProvider services)
    {
        var people = (await services.GetRequiredService<IOfficePeople>().DirectoryAsync()).People.Where(person => person is { Email: not null, IsActive: true, Posts: not [] }).ToList();
        return (people, [.. people.SelectMany(person => person.UnitIds).Distinct().Select(unit => new DocumentRecipient(unit, unit))]);
    }

    private static async Task<(IReadOnlyList<string> Ids, HashSet<string> Hashes)> DocumentsAsync(IServiceProvider services, int bytes, IReadOnlyList<DocumentRecipient> recipients)
    {
        var files = services.GetRequiredService<DocumentFiles>();
        List<string> ids = [];
        HashSet<string> hashes = new(StringComparer.Ordinal);
        foreach (var number in Enumerable.Range(1, Documents))
        {
            var stored = await files.PutAsync(RandomNumberGenerator.GetBytes(bytes), $"通知{number}.pdf", DocumentFiles.Pdf);
            hashes.Add(stored.Sha256);
            var file = new DocumentFile(stored.Sha256, stored.Name, stored.ContentType);
            var document = new OfficialDocument
            {
                Id = $"mail-load-{number}", Kind = "督查通知", Title = $"通知{number}", IssuerCode = "考核办发", DrafterId = "mail-load", DrafterName = "mail-load",
                State = DocumentState.Issued, FinalFile = file, Versions = [], Recipients = recipients, IssuedAt = DateTimeOffset.UtcNow,
            };
            await services.GetRequiredService<IWriteLane>().RunAsync((db, _) =>
            {
                db.Add(new DocumentRow { Id = document.Id, Kind = document.Kind, Title = document.Title, DrafterId = document.DrafterId, State = document.State, Json = DocumentStore.Write(document), CheckCode = document.Id, Fields = "{}", CreatedAt = DateTimeOffset.UtcNow });
                return Task.FromResult(true);
            });
            ids.Add(document.Id);
        }

        return (ids, hashes);
    }

    private static Task QueueAsync(IServiceProvider services, IReadOnlyList<Person> people, IReadOnlyList<string> documents, int first, int count) => services.GetRequiredService<IWriteLane>().RunAsync(
        (db, cancel) => services.GetRequiredService<MailDesk>().QueueAsync(
            db, [.. Enumerable.Range(first, count).Select(number => (Letter(people[number % people.Count], number, documents[number / Documents % documents.Count]), $"mail-load:{number}"))], DateTimeOffset.UtcNow, cancel));

    private static MailLetter Letter(Person person, int number, string document) => new()
    {
        PersonId = person.Id,
        Name = person.Name,
        Address = person.Email,
        Subject = $"【待办任务】第{number}项",
        Template = MailTemplates.Task,
        Model = new Dictionary<string, object?>
        {
            ["text"] = $"第{number}项任务", ["todo"] = "逐项填写累计完成值并上传佐证。", ["due"] = "12月25日 23:59", ["left"] = "还剩 19 个工作日", ["path"] = $"/tasks/{number}", ["action"] = "打开办理",
        },
        DocumentIds = [document],
    };

    private static async Task<int> SentAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<KaoheDb>>().CreateDbContextAsync();
        return await db.Mails.CountAsync(mail => mail.State == MailState.Sent);
    }
}

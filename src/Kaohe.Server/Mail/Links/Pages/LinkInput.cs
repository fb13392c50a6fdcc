using System.Globalization;
using Kaohe.Server.Tasks.Api;

namespace Kaohe.Server.Mail.Links.Pages;

/// <summary>The fields of the page behind a mail link, as posted.</summary>
public sealed class LinkInput
{
    /// <summary>Made by the page once.</summary>
    public string? Operation { get; set; }

    /// <summary>Revision that the page showed.</summary>
    public long Revision { get; set; }

    /// <summary>Code of the outcome: the button that was pressed.</summary>
    public string? Outcome { get; set; }

    /// <summary>Opinion or reason.</summary>
    public string? Opinion { get; set; }

    /// <summary>PIN or password.</summary>
    public string? Secret { get; set; }

    /// <summary>Whether the statement was ticked.</summary>
    public bool Confirmed { get; set; }

    /// <summary>签收人.</summary>
    public string? ReceivedBy { get; set; }

    /// <summary>张贴或公布位置.</summary>
    public string? Place { get; set; }

    /// <summary>公布日期, as browsers send it.</summary>
    public string? PostedOn { get; set; }

    /// <summary>Photos.</summary>
    public IFormFileCollection? Files { get; set; }

    /// <summary>What was filled in.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LinkAnswer> ToAnswerAsync(CancellationToken cancellationToken)
    {
        List<MailFile> files = [];
        foreach (var file in (Files ?? (IEnumerable<IFormFile>)[]).Where(file => file.Length > 0))
        {
            await using var stream = file.OpenReadStream();
            files.Add(new MailFile(file.FileName, await AttachmentApi.ReadAsync(stream, cancellationToken)));
        }

        return new LinkAnswer
        {
            Operation = Operation ?? string.Empty,
            Revision = Revision,
            Outcome = Outcome,
            Opinion = Opinion,
            Secret = Secret,
            Confirmed = Confirmed,
            ReceivedBy = ReceivedBy,
            Place = Place,
            PostedOn = DateOnly.TryParseExact(PostedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Files = files,
        };
    }
}

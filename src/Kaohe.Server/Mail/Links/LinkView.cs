using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Office.Tasks;
using Kaohe.Server.Documents.Reading;
using Kaohe.Server.Tasks.Reading;

namespace Kaohe.Server.Mail.Links;

/// <summary>A task as the page behind a mail link shows it.</summary>
/// <param name="Task">The task, as its person may see it.</param>
/// <param name="Actor">The person.</param>
/// <param name="Act">What may be done here.</param>
/// <param name="View">Content; null for a confidential task, which is read after signing in only.</param>
/// <param name="Documents">Documents of the task that the person may read.</param>
public sealed record LinkView(HumanTask Task, Actor Actor, LinkAct Act, TaskView? View, IReadOnlyList<DocumentView> Documents)
{
    /// <summary>Address of the page where everything can be done, after signing in.</summary>
    public string FullPage => Task.Kind == TaskKinds.SignOff && Documents is [var paper, ..] ? $"/sign/{paper.Document.Id}" : $"/tasks/{Task.Id}";
}

/// <summary>What was filled in on the page behind a mail link.</summary>
public sealed record LinkAnswer
{
    /// <summary>Made by the page once; the same again is a retry.</summary>
    public required string Operation { get; init; }

    /// <summary>Revision that the page showed.</summary>
    public long Revision { get; init; }

    /// <summary>Code of the outcome; null for the task's usual one.</summary>
    public string? Outcome { get; init; }

    /// <summary>Opinion or reason.</summary>
    public string? Opinion { get; init; }

    /// <summary>PIN or password.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether the statement was ticked.</summary>
    public bool Confirmed { get; init; }

    /// <summary>签收人.</summary>
    public string? ReceivedBy { get; init; }

    /// <summary>张贴或公布位置.</summary>
    public string? Place { get; init; }

    /// <summary>公布日期.</summary>
    public DateOnly? PostedOn { get; init; }

    /// <summary>Uploaded files.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];
}

/// <summary>A file that came in a mail or over the page behind a link.</summary>
/// <param name="Name">Name as given.</param>
/// <param name="Content">The bytes; at most one past what is allowed.</param>
public sealed record MailFile(string Name, ReadOnlyMemory<byte> Content);

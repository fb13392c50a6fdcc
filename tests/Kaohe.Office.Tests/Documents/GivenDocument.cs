using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.People;
using static Kaohe.Office.Tests.GivenOffice;

namespace Kaohe.Office.Tests.Documents;

/// <summary>A notice drafted by the office's clerk, checked by its deputy head, signed by a leader, sent to two counties.</summary>
internal sealed class GivenDocument
{
    private int operations;

    public GivenDocument(Func<OfficialDocument, OfficialDocument>? change = null)
    {
        OfficialDocument draft = new()
        {
            Id = "d1",
            Kind = "督查通知",
            Title = "关于开展第一季度督查的通知",
            IssuerCode = "忻考办",
            DrafterId = Clerk.Id,
            DrafterName = Clerk.Name,
            Checkers = [Candidate.OfPerson(Chief.Id)],
            Signers = [Candidate.OfPerson(Leader.Id)],
            Recipients = [new("dingxiang", "定襄县"), new("wutai", "五台县", IsCopy: true)],
            Versions = [new DocumentVersion(1, File("v1"), "一稿，全文。", Clerk.Ref, Now, Note: null)],
            CycleYear = 2026,
            StepCode = "Supervision",
        };
        var result = Desk.Draft(change is null ? draft : change(draft), Now);
        Assert.Empty(result.Problems);
        Document = result.Document;
        History.AddRange(result.Events.Select(one => one.Line));
    }

    public GivenOffice Office { get; } = new();

    public DocumentDesk Desk => new(Office.Desk.Directory, new DocumentPolicy());

    public OfficialDocument Document { get; private set; }

    public NumberSequence Sequence { get; private set; } = new() { IssuerCode = "忻考办", Year = 2026 };

    public List<string> History { get; } = [];

    public List<DocumentNotice> Notices { get; } = [];

    public static DocumentFile File(string content) =>
        new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content))), $"{content}.pdf", "application/pdf");

    public GivenDocument Submit() => Do(Clerk, new SubmitDocument { OperationId = "", Actor = Actor.System, At = Now });

    public GivenDocument Check() => Do(Chief, new PassCheck { OperationId = "", Actor = Actor.System, At = Now, Opinion = "文字已核" });

    public GivenDocument Sign() => Do(Leader, Signing());

    public SignDocument Signing() => new() { OperationId = "", Actor = Actor.System, At = Now, Sha256 = Document.Current.File.Sha256, IdentityConfirmed = true, Opinion = "同意印发" };

    public GivenDocument Return(Person by, string reason) => Do(by, new ReturnDocument { OperationId = "", Actor = Actor.System, At = Now, From = Document.State, Reason = reason });

    public GivenDocument Revise(string content) =>
        Do(Clerk, new ReviseDocument { OperationId = "", Actor = Actor.System, At = Now, File = File(content), Text = content, Note = "按意见修改" });

    public GivenDocument Number()
    {
        (Sequence, var number) = Sequence.Allocate(Document.Id, Now);
        return Do(Clerk, new NumberDocument { OperationId = "", Actor = Actor.System, At = Now, Number = number, Sequence = Sequence });
    }

    public GivenDocument Seal() => Do(Clerk, new SealDocument { OperationId = "", Actor = Actor.System, At = Now, File = File("sealed") });

    public GivenDocument Issue() => Do(Clerk, new IssueDocument { OperationId = "", Actor = Actor.System, At = Now });

    public GivenDocument Receive(Person by, string unit) => Do(by, new ReceiveDocument { OperationId = "", Actor = Actor.System, At = Now, UnitId = unit });

    public GivenDocument Do(Person by, DocumentCommand command)
    {
        var result = Try(by, command);
        Assert.Empty(result.Problems);
        Document = System.Text.Json.JsonSerializer.Deserialize<OfficialDocument>(System.Text.Json.JsonSerializer.Serialize(result.Document, OfficeJson.Options), OfficeJson.Options)!;
        History.AddRange(result.Events.Select(one => one.Line));
        Notices.AddRange(result.Notices);
        return this;
    }

    public DocumentResult Try(Person by, DocumentCommand command) =>
        Desk.Handle(Document, command with { OperationId = $"op{++operations}", Actor = Office.As(by), ExpectedRevision = command.ExpectedRevision ?? Document.Revision });

    public string Refused<TRule>(Person by, DocumentCommand command)
        where TRule : OfficeRule
    {
        var result = Try(by, command);
        Assert.Same(Document, result.Document);
        Assert.Empty(result.Events);
        return Assert.Single(result.Problems, problem => problem.Code == typeof(TRule).Name).Message;
    }

    public DocumentRights RightsOf(Person person) => DocumentAccess.Of(Document, Office.As(person)).Rights;
}

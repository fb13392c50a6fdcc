using Kaohe.Activities;
using Kaohe.Office;
using Kaohe.Office.Documents;
using Kaohe.Office.Documents.Commands;
using Kaohe.Office.People;
using Kaohe.Server.Tasks;
using Kaohe.Storage.Documents;

namespace Kaohe.Server.Documents.Acting;

/// <summary>A completed sign-off task signs its documents, or sends them back with its opinion: the same commands as the page 签发.</summary>
internal sealed class SignOffTaskEffect(DocumentDesks desks, DocumentLedger ledger) : ITaskEffect
{
    public IReadOnlyCollection<string> Kinds { get; } = [TaskKinds.SignOff];

    public async Task<IReadOnlyList<Problem>> ApplyAsync(TaskCompletion completion, CancellationToken cancellationToken)
    {
        if (completion.Origin.DocumentIds.Count == 0)
        {
            return []; // a decision about a plan, not about a paper
        }

        if (!completion.SendsBack && !completion.IsIdentityProven)
        {
            return [new Problem("SignerMustConfirmIdentity", "secret", "签发须再次输入本人签名口令（未设置的输入登录密码），请在“签发”页读完原文后签发。")];
        }

        var desk = await desks.OpenAsync(cancellationToken);
        foreach (var id in completion.Origin.DocumentIds)
        {
            if (await DocumentStore.FindAsync(completion.Db, id, cancellationToken) is { } row && await DecideAsync(completion, desk, row, cancellationToken) is { Count: > 0 } problems)
            {
                return problems;
            }
        }

        return [];
    }

    private async Task<IReadOnlyList<Problem>> DecideAsync(TaskCompletion completion, DocumentDesk desk, DocumentRow row, CancellationToken cancellationToken)
    {
        var document = DocumentStore.Read(row);
        var operation = $"task:{completion.Task.Id}:{completion.Task.Version}";
        if (document.State == DocumentState.Drafting && completion.SendsBack)
        {
            return []; // the draft goes back to where the flow sends it
        }

        if (document.State == DocumentState.Drafting)
        {
            // The flow drafted it without a signer and asks for the signature by a task of its own: whoever has that task signs, a proxy in the principal's place.
            row.Json = DocumentStore.Write(document with { Signers = [Candidate.OfPerson(completion.Task.PrincipalId ?? completion.Actor.Id)] });
            var submitted = await ledger.ApplyAsync(
                completion.Db, desk, row, new SubmitDocument { OperationId = operation + ":submit", Actor = Actor.System, At = completion.At }, cancellationToken);
            if (!submitted.IsDone)
            {
                return submitted.Problems;
            }

            document = submitted.Document;
        }

        if (document.State != DocumentState.Signing)
        {
            return [new Problem("DocumentMustBeInState", "", $"公文“{document.Title}”现在是“{DocumentLabels.Of(document.State)}”，不等签发。")];
        }

        DocumentCommand command = completion.SendsBack
            ? new ReturnDocument { OperationId = operation, ExpectedRevision = document.Revision, Actor = completion.Actor, At = completion.At, From = DocumentState.Signing, Reason = completion.Task.Opinion ?? "" }
            : new SignDocument
            {
                OperationId = operation,
                ExpectedRevision = document.Revision,
                Actor = completion.Actor,
                At = completion.At,
                Sha256 = SignTasks.FileOf(completion.Origin) ?? document.Current.File.Sha256,
                IdentityConfirmed = true,
                Opinion = completion.Task.Opinion,
                Findings = await DocumentProblems.OfAsync(completion.Db, document, cancellationToken),
            };
        return (await ledger.ApplyAsync(completion.Db, desk, row, command, cancellationToken)).Problems;
    }
}

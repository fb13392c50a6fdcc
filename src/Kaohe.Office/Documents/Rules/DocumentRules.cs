using Kaohe.Office.Documents.Commands;
using Kaohe.Office.People;

namespace Kaohe.Office.Documents.Rules;

/// <summary>Who may not see a document is answered as if there were none.</summary>
/// <param name="rights">The person's rights.</param>
public sealed class DocumentMustBeVisible(DocumentRights rights) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => "没有这份公文，或者您无权查看。";

    /// <inheritdoc/>
    public override bool IsBroken() => rights == DocumentRights.None;
}

/// <summary>No step of a document's life is skipped or repeated.</summary>
/// <param name="document">The document.</param>
/// <param name="command">What is asked.</param>
public sealed class DocumentMustBeInState(OfficialDocument document, DocumentCommand command) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => (document.State, document.Signature) switch
    {
        (DocumentState.Void, _) => $"公文已作废（{document.VoidReason}），不能再操作。",
        (DocumentState.Archived, _) => "公文已归档，不能再操作。",
        (_, { } signature) when command is SignDocument => $"已由他人处理：{signature.By.Name}于{OfficeTime.Moment(signature.At)}签发。",
        _ => $"公文现在是“{Label(document.State)}”，不能“{command.Verb}”。",
    };

    /// <inheritdoc/>
    public override bool IsBroken() => !command.States.Contains(document.State);

    internal static string Label(DocumentState state) => state switch
    {
        DocumentState.Drafting => "拟稿中",
        DocumentState.Checking => "待核稿",
        DocumentState.Signing => "待签发",
        DocumentState.Numbering => "待编号",
        DocumentState.Sealing => "待用印",
        DocumentState.Issuing => "待印发",
        DocumentState.Issued => "已印发",
        DocumentState.Archived => "已归档",
        _ => "已作废",
    };
}

/// <summary>A person may do with a document only what <see cref="DocumentAccess"/> gives.</summary>
/// <param name="command">What is asked.</param>
/// <param name="access">What the person may do.</param>
public sealed class ActorMustHaveDocumentRight(DocumentCommand command, DocumentAccessDecision access) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => $"您不能对这份公文执行“{command.Verb}”，" + command.Needs switch
    {
        DocumentRights.Draft => "只有拟稿人能操作。",
        DocumentRights.Check => "只有指定的核稿人能操作，拟稿人不能自核。",
        DocumentRights.Sign => "只有指定的签发人（或委托书写明可代签的代理人）能操作，拟稿人不能自签。",
        DocumentRights.Receive => "只有收文单位能签收。",
        _ => "只有考核办能操作。",
    };

    /// <inheritdoc/>
    public override bool IsBroken() => !access.Allows(command.Needs);
}

/// <summary>A document must have a title.</summary>
/// <param name="document">The document.</param>
public sealed class DocumentMustHaveTitle(OfficialDocument document) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "title";

    /// <inheritdoc/>
    public override string Message => "公文没有标题，请填写。";

    /// <inheritdoc/>
    public override bool IsBroken() => string.IsNullOrWhiteSpace(document.Title);
}

/// <summary>Checkers and signers must be people other than the drafter, or the document would wait for ever.</summary>
/// <param name="document">The document.</param>
/// <param name="directory">All people.</param>
public sealed class DecidersMustExist(OfficialDocument document, OfficeDirectory directory) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => Lacks(document.Checkers) ? "checkers" : "signers";

    /// <inheritdoc/>
    public override string Message => $"没有可以{(Lacks(document.Checkers) ? "核稿" : "签发")}的在岗人员（拟稿人不能自核自签），请改正人员设置。";

    /// <inheritdoc/>
    public override bool IsBroken() => Lacks(document.Checkers) || Lacks(document.Signers);

    private bool Lacks(IReadOnlyList<Candidate> candidates) =>
        candidates.Count > 0 && directory.Expand(candidates).All(person => person.Id == document.DrafterId);
}

/// <summary>A signature needs the leader's own password or PIN again.</summary>
/// <param name="confirmed">Whether it was given and right.</param>
public sealed class SignerMustConfirmIdentity(bool confirmed) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "pin";

    /// <inheritdoc/>
    public override string Message => "签发须再次输入本人口令，请输入后重试。";

    /// <inheritdoc/>
    public override bool IsBroken() => !confirmed;
}

/// <summary>A leader signs the very file that was shown.</summary>
/// <param name="document">The document.</param>
/// <param name="sha256">Hash of the file that was shown.</param>
public sealed class SignatureMustCoverShownFile(OfficialDocument document, string sha256) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "sha256";

    /// <inheritdoc/>
    public override string Message => "公文在您阅读期间有了新版本，请重新打开阅读后再签发。";

    /// <inheritdoc/>
    public override bool IsBroken() => document.Current.File.Sha256 != sha256;
}

/// <summary>A document gets the number that the sequence of its issuer gave to it.</summary>
/// <param name="document">The document.</param>
/// <param name="number">The number.</param>
/// <param name="sequence">The sequence it came from.</param>
public sealed class NumberMustBeAllocatedToDocument(OfficialDocument document, DocumentNumber number, NumberSequence sequence) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "number";

    /// <inheritdoc/>
    public override string Message => $"{number}不是为本公文编出的字号，请重新编号。";

    /// <inheritdoc/>
    public override bool IsBroken() =>
        number.IssuerCode != document.IssuerCode || number.IssuerCode != sequence.IssuerCode || number.Year != sequence.Year
        || !sequence.Entries.Any(entry => entry.Serial == number.Serial && entry.DocumentId == document.Id && entry.VoidReason is null);
}

/// <summary>A document is sent to somebody, unless it is kept with the material of its step.</summary>
/// <param name="document">The document.</param>
public sealed class DocumentMustHaveRecipients(OfficialDocument document) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "recipients";

    /// <inheritdoc/>
    public override string Message => "没有主送单位，请先选择收文单位。";

    /// <inheritdoc/>
    public override bool IsBroken() => !document.IsKept && !document.Recipients.Any(recipient => !recipient.IsCopy);
}

/// <summary>A unit signs for a document once.</summary>
/// <param name="receipt">The unit's receipt, or none when the unit is no recipient.</param>
public sealed class ReceiptMustBeMissing(DocumentReceipt? receipt) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "unitId";

    /// <inheritdoc/>
    public override string Message => receipt?.ReceivedAt is { } at
        ? $"{receipt.UnitName}已由{receipt.ReceivedBy!.Name}于{OfficeTime.Moment(at)}签收。"
        : "本单位不在这份公文的签收范围。";

    /// <inheritdoc/>
    public override bool IsBroken() => receipt is null or { ReceivedAt: not null };
}

/// <summary>A person signs for their own unit.</summary>
/// <param name="actor">Who signs.</param>
/// <param name="unitId">For which unit.</param>
public sealed class ReceiverMustBelongToUnit(Actor actor, string unitId) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "unitId";

    /// <inheritdoc/>
    public override string Message => "只能为本单位签收。";

    /// <inheritdoc/>
    public override bool IsBroken() => !actor.Person.UnitIds.Contains(unitId);
}

/// <summary>There must be a receipt missing that may still be urged today.</summary>
/// <param name="document">The document.</param>
/// <param name="units">Units that may be urged.</param>
/// <param name="limit">Times a day.</param>
public sealed class SomeReceiptMustBeUrgeable(OfficialDocument document, IReadOnlyList<DocumentReceipt> units, int limit) : OfficeRule
{
    /// <inheritdoc/>
    public override string Message => document.MissingReceipts.Count == 0
        ? "所有单位都已签收，不用催。"
        : $"未签收的{document.MissingReceipts.Count}个单位今天都已催过（每天最多{limit}次），请明天再催，或直接联系。";

    /// <inheritdoc/>
    public override bool IsBroken() => units.Count == 0;
}

/// <summary>A document is archived with all receipts, or with a reason for the missing ones.</summary>
/// <param name="document">The document.</param>
/// <param name="reason">Why some are missing.</param>
public sealed class MissingReceiptsMustBeExplained(OfficialDocument document, string? reason) : OfficeRule
{
    /// <inheritdoc/>
    public override string Path => "reason";

    /// <inheritdoc/>
    public override string Message => $"还有{document.MissingReceipts.Count}个单位没有签收（{string.Join('、', document.MissingReceipts.Select(receipt => receipt.UnitName))}），请先催签收，或写明不再等待的原因。";

    /// <inheritdoc/>
    public override bool IsBroken() => document.MissingReceipts.Count > 0 && string.IsNullOrWhiteSpace(reason);
}

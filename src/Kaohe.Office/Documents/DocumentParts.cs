using Kaohe.Office.People;

namespace Kaohe.Office.Documents;

/// <summary>A file with its content hash; the bytes are kept elsewhere.</summary>
/// <param name="Sha256">Hash of the bytes, lower-case hex.</param>
/// <param name="Name">File name shown.</param>
/// <param name="ContentType">Media type.</param>
public sealed record DocumentFile(string Sha256, string Name, string ContentType);

/// <summary>One version of a document; never changed.</summary>
/// <param name="Number">1, 2, 3…</param>
/// <param name="File">The file.</param>
/// <param name="Text">Its plain text, to show what changed.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When.</param>
/// <param name="Note">What was changed.</param>
public sealed record DocumentVersion(int Number, DocumentFile File, string Text, PersonRef By, DateTimeOffset At, string? Note);

/// <summary>An opinion given at a check, kept with the version it was about.</summary>
/// <param name="State">At which step.</param>
/// <param name="VersionNumber">About which version.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Principal">In whose place, for a proxy.</param>
/// <param name="At">When.</param>
/// <param name="Verb">核稿通过, 退回, 签发 or 留言.</param>
/// <param name="Text">The opinion.</param>
public sealed record DocumentOpinion(DocumentState State, int VersionNumber, PersonRef By, PersonRef? Principal, DateTimeOffset At, string Verb, string? Text);

/// <summary>A leader's 签发.</summary>
/// <param name="By">Who signed.</param>
/// <param name="Principal">In whose place, within a recorded delegation.</param>
/// <param name="At">When.</param>
/// <param name="VersionNumber">Which version was signed.</param>
/// <param name="Sha256">Hash of the file that was read and signed.</param>
public sealed record DocumentSignature(PersonRef By, PersonRef? Principal, DateTimeOffset At, int VersionNumber, string Sha256);

/// <summary>A unit that gets the document.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Name">Its name as printed.</param>
/// <param name="IsCopy">抄送 rather than 主送.</param>
public sealed record DocumentRecipient(string UnitId, string Name, bool IsCopy = false);

/// <summary>签收回执 of one unit.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="ReceivedAt">When it was signed for; none while missing.</param>
/// <param name="ReceivedBy">Who signed for it.</param>
/// <param name="UrgedAt">When the unit was urged.</param>
public sealed record DocumentReceipt(
    string UnitId,
    string UnitName,
    DateTimeOffset SentAt,
    DateTimeOffset? ReceivedAt,
    PersonRef? ReceivedBy,
    IReadOnlyList<DateTimeOffset> UrgedAt);

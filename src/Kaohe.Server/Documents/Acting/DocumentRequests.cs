namespace Kaohe.Server.Documents.Acting;

/// <summary>签发.</summary>
/// <param name="Secret">PIN or password.</param>
/// <param name="Sha256">Hash of the file that was shown.</param>
/// <param name="Opinion">The leader's words; null for none.</param>
/// <param name="Revision">Revision that the page showed; null when unknown.</param>
/// <param name="OperationId">Made by the page once per intention; null for a new one.</param>
public sealed record SignRequest(string? Secret, string? Sha256, string? Opinion, long? Revision = null, string? OperationId = null);

/// <summary>Something with a reason or a comment: 退回, 作废, 归档, 留言.</summary>
/// <param name="Text">The words.</param>
/// <param name="Revision">Revision that the page showed; null when unknown.</param>
/// <param name="OperationId">Made by the page once per intention; null for a new one.</param>
public sealed record ReasonRequest(string? Text, long? Revision = null, string? OperationId = null);

/// <summary>签收.</summary>
/// <param name="UnitId">For which unit; null for the person's own.</param>
/// <param name="OperationId">Made by the page once per intention; null for a new one.</param>
public sealed record ReceiveRequest(string? UnitId = null, string? OperationId = null);

/// <summary>Values that were missing.</summary>
/// <param name="Fields">By field name.</param>
/// <param name="Submit">Whether to send it on once nothing is missing.</param>
public sealed record FieldsRequest(IReadOnlyDictionary<string, string?> Fields, bool Submit = true);

/// <summary>Answer to an act.</summary>
/// <param name="Id">The document.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="Label">That in Chinese.</param>
/// <param name="Number">发文字号; null while it has none.</param>
/// <param name="Revision">Revision now.</param>
public sealed record DocumentAnswer(string Id, Office.Documents.DocumentState State, string Label, string? Number, long Revision);

namespace Kaohe.Office.People;

/// <summary>Who gets the work after delegation, with every name on the way.</summary>
/// <param name="Assignee">Who does it.</param>
/// <param name="Principal">In whose place, when a delegation applied; else none.</param>
/// <param name="Chain">Names from the principal to the assignee, both included; one name without delegation.</param>
/// <param name="Note">Chinese remark when a chain was cut; else none.</param>
public sealed record ResolvedAssignee(PersonRef Assignee, PersonRef? Principal, IReadOnlyList<PersonRef> Chain, string? Note = null);

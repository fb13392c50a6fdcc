using Kaohe.Activities.Effects;
using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Activities.Plans;

/// <summary>
/// One thing that a step does. Items stand in the order of the regulation: an item begins when everything before it is finished, unless it runs
/// <see cref="Beside"/> the one before it or follows another item unit by unit (<see cref="Following"/>).
/// </summary>
public sealed record PlanItem
{
    /// <summary>Code inside the plan; comes back with every signal.</summary>
    public required string Code { get; init; }

    /// <summary>What it does.</summary>
    public required PlanItemKind Kind { get; init; }

    /// <summary>Chinese title of the task or document.</summary>
    public required string Title { get; init; }

    /// <summary>Chinese instructions of the task.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>Kind of task.</summary>
    public string TaskKind { get; init; } = TaskKinds.General;

    /// <summary>For whom.</summary>
    public PlanScope Scope { get; init; }

    /// <summary>Role that does it; null for the responsible role of the activity.</summary>
    public string? Role { get; init; }

    /// <summary>Post that narrows the role; null for everybody in it.</summary>
    public string? Post { get; init; }

    /// <summary>Template of a document.</summary>
    public string Template { get; init; } = "";

    /// <summary>Whether the activity's own inputs (template, signature, receipts) are about this document.</summary>
    public bool IsMain { get; init; }

    /// <summary>Whether a leader signs this document; the main one asks the activity's input instead.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether this document stays with the material of the step and is sent to nobody.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether the unit that a kept document is about does not read it.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Codes of the roles that may read a kept document.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>Whether it stops at the draft.</summary>
    public bool StopsAtDraft { get; init; }

    /// <summary>A document that exists, for tasks about it and for issuing it.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Whether it begins together with the item before it.</summary>
    public bool IsBeside { get; init; }

    /// <summary>The item that it follows unit by unit; null when it waits for the whole.</summary>
    public string? Source { get; init; }

    /// <summary>The one item after whose end it begins without holding up what comes next (receipts); null for the normal order.</summary>
    public string? After { get; init; }

    /// <summary>The item that it may send back to; null when it may not.</summary>
    public string? ReturnsTo { get; init; }

    /// <summary>Whether sending back ends the whole activity as 退回.</summary>
    public bool ReturnsWhole { get; init; }

    /// <summary>Whether it decides about something submitted; a decision cannot be closed away.</summary>
    public bool IsApproval { get; init; }

    /// <summary>Need-to-know.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Own deadline counted from its begin, when earlier than the activity's; null for the activity's.</summary>
    public string? Deadline { get; init; }

    /// <summary>Whether it is due when the time has passed that the activity leaves after its deadline.</summary>
    public bool IsAfterwards { get; init; }

    /// <summary>How long a <see cref="PlanItemKind.Wait"/> waits, when an input of the activity says it.</summary>
    public Input<string>? Period { get; init; }

    /// <summary>Fields that the flow itself knows.</summary>
    public IReadOnlyDictionary<string, PlanField> Fields { get; init; } = new Dictionary<string, PlanField>();

    /// <summary>What goes with the task or document besides; null when nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Data { get; init; }

    /// <summary>An audience of its own; null for the activity's.</summary>
    public AudienceSpec? Audience { get; init; }

    /// <summary>Ways to finish the task; empty for those that its kind of decision has.</summary>
    public IReadOnlyList<Office.Tasks.TaskOutcome> Outcomes { get; init; } = [];

    /// <summary>Form of the task, where its kind has none.</summary>
    public string? FormId { get; init; }

    /// <summary>How the people of the task deal with it; null as the product does it by itself.</summary>
    public TaskHandling? Handling { get; init; }

    /// <summary>Whether it is only begun when the activity asks for it.</summary>
    public bool IsOnDemand { get; init; }

    /// <summary>Done by a role, or by the holder of a post in it.</summary>
    public PlanItem By(string role, string? post = null) => this with { Role = role, Post = post };

    /// <summary>One for each unit of the audience.</summary>
    public PlanItem ForEachUnit() => this with { Scope = PlanScope.Audience };

    /// <summary>One for each data department.</summary>
    public PlanItem ForEachCertifier() => this with { Scope = PlanScope.Certifiers };

    /// <summary>Begins for a unit as soon as that unit has finished the other item.</summary>
    public PlanItem Following(string code) => this with { Source = code };

    /// <summary>Begins together with the item before it.</summary>
    public PlanItem Beside() => this with { IsBeside = true };

    /// <summary>May send back to an earlier item with a comment; what lies between is done again.</summary>
    public PlanItem MaySendBackTo(string code) => this with { ReturnsTo = code };

    /// <summary>May send the whole step back.</summary>
    public PlanItem MaySendBackTheStep() => this with { ReturnsWhole = true };

    /// <summary>Decides about what was submitted: nobody decides about the own submission, and the office cannot close it away.</summary>
    public PlanItem Decides() => this with { IsApproval = true };

    /// <summary>Seen only by those who need it.</summary>
    public PlanItem Confidential() => this with { IsConfidential = true };

    /// <summary>Has a deadline of its own, counted from its begin and never later than the step's.</summary>
    public PlanItem Within(string deadline) => this with { Deadline = deadline };

    /// <summary>Is due in the time that the step leaves after the deadline of its units, which is the end of the step.</summary>
    public PlanItem Afterwards() => this with { IsAfterwards = true };

    /// <summary>Says what to do.</summary>
    public PlanItem Saying(string instructions) => this with { Instructions = instructions };

    /// <summary>Is the document that the step's inputs 公文模板, 领导签发 and 需要回执 are about.</summary>
    public PlanItem AsMain() => this with { IsMain = true };

    /// <summary>Is signed by a leader before it is issued.</summary>
    public PlanItem Signed() => this with { IsSigned = true };

    /// <summary>Stays with the material of the step: it is sent to nobody, and these roles may read it besides 考核办, leaders and the unit it is about.</summary>
    public PlanItem Kept(params IReadOnlyList<string> readers) => this with { IsKept = true, Readers = readers };

    /// <summary>Kept, and not read by the unit that it is about: what is thought of a unit before the 领导组 has decided.</summary>
    public PlanItem Withheld() => this with { IsWithheld = true };

    /// <summary>Goes to these only.</summary>
    public PlanItem To(AudienceSpec audience) => this with { Audience = audience };

    /// <summary>Fills a field of the template.</summary>
    public PlanItem Fill(string field, PlanField value) => this with { Fields = new Dictionary<string, PlanField>(Fields) { [field] = value } };

    /// <summary>Fills a field of the template with a text.</summary>
    public PlanItem Fill(string field, string value) => this with { Data = new Dictionary<string, object?>(Data ?? new Dictionary<string, object?>()) { [field] = value } };
}

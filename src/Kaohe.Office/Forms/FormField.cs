namespace Kaohe.Office.Forms;

/// <summary>What a person may do with a field at a step.</summary>
public enum FieldRight
{
    /// <summary>Fill it in.</summary>
    Edit,

    /// <summary>See it.</summary>
    Read,

    /// <summary>Not even see it.</summary>
    Hidden,
}

/// <summary>A field of a form. The name is its key in the data; the label is shown.</summary>
public abstract record FormField
{
    /// <summary>Key in the data; a letter, then letters, digits or _ (Chinese letters too).</summary>
    public required string Name { get; init; }

    /// <summary>Chinese label.</summary>
    public required string Label { get; init; }

    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Help under the field.</summary>
    public string? Help { get; init; }

    /// <summary>Rights by step of the form; a step not named may edit.</summary>
    public IReadOnlyDictionary<string, FieldRight> Rights { get; init; } = new Dictionary<string, FieldRight>();

    /// <summary>The right at a step.</summary>
    /// <param name="step">Step, or none.</param>
    public FieldRight RightAt(string? step) => step is not null && Rights.TryGetValue(step, out var right) ? right : FieldRight.Edit;
}

/// <summary>Text, in one line or several.</summary>
public sealed record TextField : FormField
{
    /// <summary>Fewest characters.</summary>
    public int? MinimumLength { get; init; }

    /// <summary>Most characters.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>Several lines.</summary>
    public bool IsLong { get; init; }
}

/// <summary>A number with its unit.</summary>
public sealed record NumberField : FormField
{
    /// <summary>Unit shown behind it, e.g. 亿元.</summary>
    public string? Unit { get; init; }

    /// <summary>Smallest value.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Largest value.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Most decimals.</summary>
    public int? Decimals { get; init; }
}

/// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
public sealed record DateField : FormField
{
    /// <summary>Earliest day.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>Latest day.</summary>
    public DateOnly? Latest { get; init; }
}

/// <summary>One way to choose.</summary>
/// <param name="Code">Kept in the data.</param>
/// <param name="Label">Shown.</param>
public sealed record ChoiceOption(string Code, string Label);

/// <summary>A choice of one or several.</summary>
public sealed record ChoiceField : FormField
{
    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];

    /// <summary>Several may be chosen; the data is then a list.</summary>
    public bool IsMultiple { get; init; }
}

/// <summary>Rows with the same columns; the data is a list of objects.</summary>
public sealed record TableField : FormField
{
    /// <summary>Columns; no tables within tables.</summary>
    public IReadOnlyList<FormField> Columns { get; init; } = [];

    /// <summary>Fewest rows.</summary>
    public int? MinimumRows { get; init; }

    /// <summary>Most rows.</summary>
    public int? MaximumRows { get; init; }
}

/// <summary>Attachments; the data is a list of the ids of files on the task (<see cref="Attachments.AttachmentRule"/>).</summary>
public sealed record FileField : FormField
{
    /// <summary>Most files.</summary>
    public int MaximumFiles { get; init; } = 10;
}

/// <summary>A person; the data is the id.</summary>
public sealed record PersonField : FormField;

/// <summary>A unit; the data is the id.</summary>
public sealed record UnitField : FormField;

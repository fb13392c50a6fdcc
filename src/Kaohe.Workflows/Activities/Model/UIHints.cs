namespace Kaohe.Workflows.Activities.Model;

/// <summary>Names of the input editors in Elsa Studio 3.8.</summary>
public static class UIHints
{
    /// <summary>One line of text.</summary>
    public const string SingleLine = "singleline";

    /// <summary>Several lines of text.</summary>
    public const string MultiLine = "multiline";

    /// <summary>Yes or no.</summary>
    public const string Checkbox = "checkbox";

    /// <summary>One of a list.</summary>
    public const string Dropdown = "dropdown";

    /// <summary>Several of a list.</summary>
    public const string CheckList = "checklist";

    /// <summary>A list of texts.</summary>
    public const string MultiText = "multitext";

    /// <summary>Names and values.</summary>
    public const string Dictionary = "dictionary";

    /// <summary>Date and time.</summary>
    public const string DateTimePicker = "datetime-picker";

    /// <summary>Code.</summary>
    public const string CodeEditor = "code-editor";

    /// <summary>JSON.</summary>
    public const string JsonEditor = "json-editor";

    /// <summary>A variable.</summary>
    public const string VariablePicker = "variable-picker";

    /// <summary>A workflow output.</summary>
    public const string OutputPicker = "output-picker";

    /// <summary>Outcomes of the composite.</summary>
    public const string OutcomePicker = "outcome-picker";

    /// <summary>A workflow definition.</summary>
    public const string WorkflowDefinitionPicker = "workflow-definition-picker";

    /// <summary>A list of texts, each an outcome.</summary>
    public const string DynamicOutcomes = "dynamic-outcomes";

    /// <summary>Cases of a Switch.</summary>
    public const string SwitchEditor = "switch-editor";

    /// <summary>Cases of a FlowSwitch.</summary>
    public const string FlowSwitchEditor = "flow-switch-editor";
}

using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>Turns what activity classes say about themselves into what Studio reads.</summary>
internal static class ActivityModels
{
    // Their outcomes are the office's own texts; Studio makes the ports from the input.
    private static readonly HashSet<string> _openOutcomes = ["Elsa.FlowFork", "Elsa.FlowSwitch"];

    public static ActivityModel Of(ActivityDescriptor descriptor, OptionSet options) => new()
    {
        TypeName = descriptor.TypeName,
        Namespace = descriptor.Namespace,
        Name = NameOf(descriptor),
        Version = descriptor.Version,
        Category = descriptor.Category,
        DisplayName = descriptor.DisplayName,
        Description = descriptor.Description,
        Inputs = [.. descriptor.Inputs.Select((input, order) => Input(descriptor, input, order, options))],
        Outputs = [.. descriptor.Outputs.Select((output, order) => new OutputModel(output.Name, output.TypeName, output.DisplayName, output.Description, order))],
        Kind = descriptor.Kind.ToString(),
        Ports = Ports(descriptor),
        IsContainer = descriptor.IsContainer,
        IsBrowsable = descriptor.IsBrowsable,
        IsStart = descriptor.IsStart,
        IsTerminal = descriptor.IsTerminal,
    };

    // Studio names a new activity by it and a number, and shows that in the drawing: 人工任务1.
    private static string NameOf(ActivityDescriptor descriptor) =>
        string.Concat(descriptor.DisplayName.Where(letter => !char.IsWhiteSpace(letter))) is { Length: > 0 } name ? name : descriptor.Name;

    // Without any port Studio would draw its own, in English.
    private static IReadOnlyList<PortModel> Ports(ActivityDescriptor descriptor)
    {
        List<PortModel> ports = [.. descriptor.Ports.Select(port => new PortModel(port.Name, port.DisplayName, port.IsEmbedded ? "Embedded" : "Flow", IsBrowsable: true))];
        var hasOwn = ports.Exists(port => port.Type == "Flow") || descriptor.IsTerminal || descriptor.IsContainer || _openOutcomes.Contains(descriptor.TypeName);
        return hasOwn ? ports : [.. ports, PortModel.Done];
    }

    private static InputModel Input(ActivityDescriptor descriptor, InputDescriptor input, int order, OptionSet options) =>
        new(input.Name, input.IsWrapped ? input.TypeName : "Object", input.Attribute.DisplayName is { Length: > 0 } name ? name : input.Name, input.Attribute.Description, order)
        {
            IsBrowsable = input.Attribute.IsBrowsable,
            IsWrapped = input.IsWrapped,
            UiHint = UiSpecifications.HintOf(input),
            Category = input.Attribute.Category is { Length: > 0 } category ? category : null,
            DefaultValue = input.Attribute.DefaultValue,
            DefaultSyntax = input.Attribute.DefaultSyntax,
            AutoEvaluate = input.Attribute.AutoEvaluate,
            UiSpecifications = UiSpecifications.HintOf(input) == UIHints.DynamicOutcomes && !_openOutcomes.Contains(descriptor.TypeName)
                ? UiSpecifications.Outcomes(descriptor.Ports.Where(port => !port.IsEmbedded).Select(port => port.Name))
                : UiSpecifications.Of(input, options.Of(descriptor, input)),
        };
}

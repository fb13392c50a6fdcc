using System.Reflection;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Values;

namespace Kaohe.Workflows.Compilation;

/// <summary>An activity class as the compiler uses it: how to make one, and which of its properties are inputs, outputs and ports.</summary>
internal sealed class ActivityType
{
    private readonly Func<Activity> _create;

    private ActivityType(ActivityDescriptor descriptor, Func<Activity> create)
    {
        Descriptor = descriptor;
        _create = create;
    }

    public ActivityDescriptor Descriptor { get; }

    public IReadOnlyList<(PropertyInfo Property, InputAttribute Attribute, string JsonName)> Inputs { get; private init; } = [];

    public IReadOnlyList<(PropertyInfo Property, string JsonName)> Outputs { get; private init; } = [];

    public IReadOnlyList<(PropertyInfo Property, string JsonName)> Ports { get; private init; } = [];

    public static ActivityType From(Type type)
    {
        var attribute = type.GetCustomAttribute<ActivityAttribute>()
            ?? throw new ArgumentException($"{type.Name} has no [Activity] attribute.", nameof(type));
        var properties = BaseFirst(type).SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).ToList();
        var inputs = properties.Where(p => p.PropertyType.IsAssignableTo(typeof(Input)))
            .Select(p => (p, p.GetCustomAttribute<InputAttribute>() ?? new InputAttribute(), Camel(p.Name))).ToList();
        var raw = properties.Where(p => !p.PropertyType.IsAssignableTo(typeof(Input)) && p.GetCustomAttribute<InputAttribute>() is not null).ToList();
        var outputs = properties.Where(p => p.PropertyType.IsAssignableTo(typeof(Output))).ToList();
        var ports = properties.Where(p => p.GetCustomAttribute<PortAttribute>() is not null).ToList();
        var descriptor = new ActivityDescriptor
        {
            TypeName = attribute.TypeName,
            Version = attribute.Version,
            Category = attribute.Category,
            DisplayName = attribute.DisplayName.Length > 0 ? attribute.DisplayName : attribute.TypeName,
            Description = attribute.Description,
            Kind = attribute.Kind,
            IsBrowsable = attribute.IsBrowsable,
            IsStart = attribute.IsStart,
            IsTerminal = attribute.IsTerminal,
            IsContainer = attribute.IsContainer,
            Ports = [.. Outcomes(type, attribute), .. ports.Select(p => new PortDescriptor(PortName(p), Display(p.GetCustomAttribute<PortAttribute>()!.DisplayName, p), IsEmbedded: true))],
            Inputs =
            [
                .. raw.Select(p => new InputDescriptor(p.Name, TypeAliases.Name(p.PropertyType), p.GetCustomAttribute<InputAttribute>()!, IsWrapped: false)),
                .. inputs.Select(i => new InputDescriptor(i.p.Name, TypeAliases.Name(i.p.PropertyType.GetGenericArguments()[0]), i.Item2, IsWrapped: true)),
            ],
            Outputs = [.. outputs.Select(Describe)],
            ClrType = type,
        };
        return new ActivityType(descriptor, () => (Activity)Activator.CreateInstance(type)!)
        {
            Inputs = inputs,
            Outputs = [.. outputs.Select(p => (p, Camel(p.Name)))],
            Ports = [.. ports.Select(p => (p, Camel(PortName(p))))],
        };
    }

    public Activity Create() => _create();

    private static IEnumerable<Type> BaseFirst(Type type) =>
        type == typeof(Activity) || type.BaseType is null ? [] : BaseFirst(type.BaseType).Append(type);

    private static IEnumerable<PortDescriptor> Outcomes(Type type, ActivityAttribute attribute)
    {
        if (attribute.IsTerminal)
        {
            return [];
        }

        return type.GetCustomAttribute<OutcomesAttribute>() is { } outcomes
            ? outcomes.Names.Select(n => n.Split('|')).Select(n => new PortDescriptor(n[0], n[^1], IsEmbedded: false))
            : [];
    }

    private static OutputDescriptor Describe(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<OutputAttribute>() ?? new OutputAttribute();
        var type = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : typeof(object);
        return new OutputDescriptor(property.Name, TypeAliases.Name(type), Display(attribute.DisplayName, property), attribute.Description);
    }

    private static string Display(string name, PropertyInfo property) => name.Length > 0 ? name : property.Name;

    private static string PortName(PropertyInfo property) =>
        property.GetCustomAttribute<PortAttribute>() is { Name.Length: > 0 } port ? port.Name : property.Name;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

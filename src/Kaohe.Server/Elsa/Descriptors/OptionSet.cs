using Kaohe.Activities;
using Kaohe.Office.People;
using Kaohe.Workflows.Activities.Model;

namespace Kaohe.Server.Elsa.Descriptors;

/// <summary>The host's lists of choices at one moment, by the names that activity classes give (<see cref="InputAttribute.OptionsProvider"/>).</summary>
internal sealed record OptionSet(IReadOnlyList<string> Templates, IReadOnlyList<OptionItem> Units, IReadOnlyList<Person> People)
{
    public const string PeopleProvider = "people";

    private static readonly OptionItem[] _perUnit = [new("全部单位", "all"), new("县市区", "counties"), new("市直部门", "departments"), new("数据认定部门", "certifiers")];
    private static readonly OptionItem[] _others = [new("考核组", "team"), new("考核办", "office"), new("领导组成员", "leaders"), new("只办一次", "once")];

    /// <summary>Changes when a list that goes into descriptors does.</summary>
    public string Stamp => string.Join('\n', [.. Templates, .. Units.Select(unit => unit.Value + unit.Text), .. Forms.Select(form => form.Value + form.Text)]);

    /// <summary>Published forms of the portal.</summary>
    public IReadOnlyList<OptionItem> Forms { get; init; } = [];

    /// <summary>Providers whose choices depend on other inputs; Studio asks again when it opens the panel.</summary>
    public static bool Cascades(string provider) => provider == PeopleProvider;

    /// <summary>The choices of an input.</summary>
    /// <param name="descriptor">The activity type.</param>
    /// <param name="input">Its input.</param>
    /// <param name="cascade">What other inputs say at the moment; null for the list that does not depend on them.</param>
    public IReadOnlyList<OptionItem> Of(ActivityDescriptor descriptor, InputDescriptor input, OptionCascade? cascade = null)
    {
        var items = input.Attribute.OptionsProvider switch
        {
            "" => input.Attribute.Options.Select(option => option.Split('|')).Select(parts => new OptionItem(parts[^1], parts[0])),
            "roles" => Role.All.Where(each => each != Role.Administrator).Select(each => new OptionItem(each.Label, each.Code)),
            "templates" => Templates.Select(name => new OptionItem(name, name)),
            "forms" => TaskKindNames.All.Select(kind => new OptionItem(kind.Value, kind.Key)),
            "designedForms" => Forms,
            "units" => Units,
            "audiences" => Audiences(descriptor),
            PeopleProvider => Posts(cascade),
            _ => [],
        };
        List<OptionItem> all = [.. items];
        var isOptional = input.Attribute.UIHint != UIHints.CheckList && input.Attribute.OptionsProvider.Length > 0 && input.Attribute.DefaultValue is null;
        return isOptional ? [new("（不填）", ""), .. all] : all;
    }

    // A step is for units; a block may also be for a team or for nobody in particular.
    private IEnumerable<OptionItem> Audiences(ActivityDescriptor descriptor) =>
    [
        .. _perUnit,
        .. descriptor.ClrType?.IsSubclassOf(typeof(StepActivity)) == true ? [] : _others,
        .. Units.Select(unit => new OptionItem($"单位：{unit.Text}", $"units:{unit.Value}")),
    ];

    private IEnumerable<OptionItem> Posts(OptionCascade? cascade) =>
    [
        new("单位主要负责人", "head"),
        .. cascade is null ? [] : People.Where(person => person.IsActive && (cascade.Role is null or "" || person.Roles.Contains(cascade.Role))).Select(person => new OptionItem(person.Name, person.Id)),
    ];
}

/// <summary>What an activity's other inputs say when a dropdown opens.</summary>
/// <param name="Role">Code of the chosen role; null when none is chosen or when only a script knows.</param>
internal sealed record OptionCascade(string? Role);

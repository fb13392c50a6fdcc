using System.Reflection;
using Kaohe.Workflows.Activities.Model;
using Kaohe.Workflows.Expressions;

namespace Kaohe.Workflows.Compilation;

/// <summary>The activity types and expression languages that definitions may use.</summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<string, SortedDictionary<int, ActivityType>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IExpressionLanguage> _languages = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a registry of every <c>[Activity]</c> class in the given assemblies, and the engine's own.</summary>
    public ActivityRegistry(params IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.Prepend(typeof(ActivityRegistry).Assembly).Distinct().SelectMany(a => a.GetTypes()))
        {
            if (!type.IsAbstract && type.IsAssignableTo(typeof(Activity)) && type.GetCustomAttribute<ActivityAttribute>() is not null)
            {
                var activity = ActivityType.From(type);
                if (!_types.TryGetValue(activity.Descriptor.TypeName, out var versions))
                {
                    _types[activity.Descriptor.TypeName] = versions = [];
                }

                versions.Add(activity.Descriptor.Version, activity);
            }
        }

        foreach (var language in BuiltInLanguages.All)
        {
            foreach (var name in language.Types)
            {
                _languages[name] = language;
            }
        }
    }

    /// <summary>The engine's own activities only.</summary>
    public static ActivityRegistry Core { get; } = new();

    /// <summary>Descriptors of all types and versions, for the designer.</summary>
    public IEnumerable<ActivityDescriptor> Descriptors => _types.Values.SelectMany(v => v.Values).Select(t => t.Descriptor);

    /// <summary>The expression languages.</summary>
    public IEnumerable<IExpressionLanguage> Languages => _languages.Values.Distinct();

    internal ActivityType? Find(string typeName, int version) =>
        !_types.TryGetValue(typeName, out var versions) ? null
        : versions.TryGetValue(version, out var exact) ? exact
        : versions.Values.Last(); // an unknown version runs as the newest one, as Elsa does

    internal IExpressionLanguage? FindLanguage(string type) => _languages.GetValueOrDefault(type);
}

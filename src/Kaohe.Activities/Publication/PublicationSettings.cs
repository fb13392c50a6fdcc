using Kaohe.Documents.Templates;
using Kaohe.Office.Calendar;
using Kaohe.Office.People;
using Kaohe.Workflows.Compilation;

namespace Kaohe.Activities.Publication;

/// <summary>What a publication is checked against.</summary>
public sealed record PublicationSettings
{
    /// <summary>Knows the activity types and finds embedded definitions.</summary>
    public required WorkflowCompiler Compiler { get; init; }

    /// <summary>The day of the publication.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Which days are worked.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Names of the templates that exist.</summary>
    public IReadOnlyCollection<string> TemplateNames { get; init; } = [.. TemplateCatalogue.All.Select(template => template.Name)];

    /// <summary>Ids of the units that are assessed; null where nobody knows them.</summary>
    public IReadOnlyCollection<string>? UnitIds { get; init; }

    /// <summary>Everybody who can be given work; null where nobody knows them.</summary>
    public OfficeDirectory? People { get; init; }

    /// <summary>Ids of the designed forms that are published; null where nobody knows them.</summary>
    public IReadOnlyCollection<string>? FormIds { get; init; }
}

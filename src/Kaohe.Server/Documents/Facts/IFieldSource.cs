namespace Kaohe.Server.Documents.Facts;

/// <summary>Knows the fields of some templates from what people have put on record in the year.</summary>
internal interface IFieldSource
{
    /// <summary>Names of the templates that it knows fields of.</summary>
    IReadOnlyCollection<string> Templates { get; }

    /// <summary>Puts what it knows on the sheet.</summary>
    Task AddAsync(FactSheet sheet, CancellationToken cancellationToken);
}

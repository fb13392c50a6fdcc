namespace Kaohe.Documents.Pdf.Layout;

/// <summary>A cluster at its place, in points from the left edge of the paragraph's area.</summary>
internal readonly record struct PlacedCluster(Cluster Cluster, double X);

/// <summary>One line of a paragraph.</summary>
/// <param name="Clusters">Left to right.</param>
/// <param name="Height">Of the line, in points.</param>
/// <param name="Baseline">From the top of the line.</param>
/// <param name="EndsPage">A page break follows.</param>
internal sealed record LaidLine(IReadOnlyList<PlacedCluster> Clusters, double Height, double Baseline, bool EndsPage);

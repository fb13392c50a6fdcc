using System.Text.Json;

namespace Kaohe.Server.Studio.Drawing;

/// <summary>An activity as it stands in a definition.</summary>
/// <param name="Id">Id.</param>
/// <param name="Path">Where, as a JSON path.</param>
/// <param name="Type">Type name.</param>
/// <param name="Label">What the drawing shows: display text, else name, else id.</param>
/// <param name="Json">All of it.</param>
public sealed record DrawnActivity(string Id, string Path, string Type, string Label, JsonElement Json)
{
    /// <summary>Place and size in the drawing, in its own units; null when nobody drew it.</summary>
    public DrawnBox? Box => Json.Member("metadata")?.Member("designer") is { } designer && designer.Member("position") is { } position
        ? new DrawnBox(position.Number("x"), position.Number("y"), designer.Member("size")?.Number("width") is > 0 and var width ? width : 190, designer.Member("size")?.Number("height") is > 0 and var height ? height : 54)
        : null;
}

/// <summary>A place in the drawing.</summary>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record DrawnBox(double X, double Y, double Width, double Height);

/// <summary>A line from one activity to another.</summary>
/// <param name="From">Id of the first.</param>
/// <param name="Port">Its outcome.</param>
/// <param name="To">Id of the second.</param>
public sealed record DrawnConnection(string From, string Port, string To);

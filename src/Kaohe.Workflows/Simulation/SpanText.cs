using System.Globalization;

namespace Kaohe.Workflows.Simulation;

/// <summary>Reads how far a virtual clock moves: <c>d.hh:mm:ss.fff</c> as .NET writes it, and hours beyond a day (<c>240:00:00</c>).</summary>
internal static class SpanText
{
    /// <summary>Reads a span in either form.</summary>
    /// <returns>False for text that is neither.</returns>
    public static bool TryParse(string text, out TimeSpan span)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span))
        {
            return true;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && int.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && TimeSpan.TryParse($"00{text[colon..]}", CultureInfo.InvariantCulture, out var rest))
        {
            span = TimeSpan.FromHours(hours) + rest;
            return true;
        }

        return false;
    }
}

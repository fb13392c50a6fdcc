using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Kaohe.Server.Shell.Layout;

/// <summary>Chinese words for MudBlazor's own texts, from <c>MudBlazorTexts.resx</c>; a test holds the list complete.</summary>
public sealed class ChineseMudLocalizer : MudLocalizer
{
    private static readonly ResourceManager _texts = new("Kaohe.Server.Shell.Layout.MudBlazorTexts", typeof(ChineseMudLocalizer).Assembly);

    /// <inheritdoc />
    public override LocalizedString this[string key] =>
        _texts.GetString(key, CultureInfo.InvariantCulture) is { } text ? new(key, text) : new(key, key, resourceNotFound: true);

    /// <inheritdoc />
    public override LocalizedString this[string key, params object[] arguments] =>
        this[key] is { ResourceNotFound: false } found
            ? new(key, string.Format(CultureInfo.CurrentCulture, found.Value, arguments))
            : new(key, key, resourceNotFound: true);
}

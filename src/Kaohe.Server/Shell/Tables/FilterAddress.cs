using Microsoft.AspNetCore.Components;

namespace Kaohe.Server.Shell.Tables;

/// <summary>Filters live in the address: a page reads them with <c>[SupplyParameterFromQuery]</c> and changes them here.</summary>
public static class FilterAddress
{
    /// <summary>Changes one filter and goes back to the first page of the table.</summary>
    /// <param name="navigation">The address.</param>
    /// <param name="name">Name of the filter in the address.</param>
    /// <param name="value">Its value; null or empty takes it away.</param>
    public static void SetFilter(this NavigationManager navigation, string name, string? value) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            [name] = string.IsNullOrWhiteSpace(value) ? null : value.Trim(),
            ["p"] = null,
        }), replace: true);
}

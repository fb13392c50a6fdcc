using Microsoft.Playwright;

namespace Kaohe.EndToEnd.Given;

/// <summary>Sizes that every page is looked at in.</summary>
public enum Screen
{
    /// <summary>1440 × 900.</summary>
    Desk,

    /// <summary>390 × 844.</summary>
    Phone,
}

/// <summary>How large the screens are.</summary>
public static class Screens
{
    /// <summary>Width and height in CSS pixels.</summary>
    /// <param name="screen">The screen.</param>
    public static ViewportSize Size(this Screen screen) => screen == Screen.Desk ? new() { Width = 1440, Height = 900 } : new() { Width = 390, Height = 844 };
}

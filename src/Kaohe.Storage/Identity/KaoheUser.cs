using Kaohe.Storage.Caching;
using Microsoft.AspNetCore.Identity;

namespace Kaohe.Storage.Identity;

/// <summary>An account that can sign in. Who the person is and which posts they hold belongs to the office; here is only the link.</summary>
public sealed class KaoheUser : IdentityUser, IReferenceRow
{
    /// <summary>Name shown on pages, for example 王芳.</summary>
    public string DisplayName { get; set; } = string.Empty;

    /// <summary>The person in the office's directory; null for a technical account.</summary>
    public string? PersonId { get; set; }

    /// <summary>The unit the account acts for; null when the posts decide.</summary>
    public string? UnitId { get; set; }

    /// <summary>Whether pages are shown in large type (关怀版).</summary>
    public bool LargeType { get; set; }

    /// <summary>Hash of the signing PIN; null until one is set.</summary>
    public string? PinHash { get; set; }
}

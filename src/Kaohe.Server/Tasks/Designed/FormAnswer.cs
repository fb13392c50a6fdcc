using Kaohe.Office;
using Kaohe.Storage.Forms;

namespace Kaohe.Server.Tasks.Designed;

/// <summary>A form in a list.</summary>
/// <param name="Id">The form.</param>
/// <param name="Version">Its latest version.</param>
/// <param name="Title">Title.</param>
/// <param name="State">Where that version stands.</param>
/// <param name="ByName">Who changed it last.</param>
/// <param name="At">When.</param>
public sealed record FormLine(string Id, int Version, string Title, FormState State, string ByName, DateTimeOffset At);

/// <summary>What came of a change of a form.</summary>
/// <param name="Row">The version after it; null when refused.</param>
/// <param name="Problems">Why it was refused; empty when done.</param>
public sealed record FormAnswer(FormRow? Row, IReadOnlyList<Problem> Problems)
{
    internal static FormAnswer Refused(IReadOnlyList<Problem> problems) => new(null, problems);
}

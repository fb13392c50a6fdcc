using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Merge;

/// <summary>Fills text content controls whose tag is a field name, with or without a format (<c>成文日期:yyyy年M月d日</c>).</summary>
internal sealed class ContentControls(MergeData data, MergeNotes notes)
{
    public void Apply(OpenXmlElement root)
    {
        foreach (var control in root.Descendants<SdtElement>().ToList())
        {
            if (control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value is { Length: > 0 } tag)
            {
                Fill(control, Placeholder.Find("{{" + tag + "}}").SingleOrDefault());
            }
        }
    }

    private void Fill(SdtElement control, Placeholder? field)
    {
        if (field is null || field.Kind != PlaceholderKind.Value)
        {
            return;
        }

        if (!data.TryGet(field.Name, out var value) || value is null)
        {
            // A control that still shows its prompt would print the prompt; one that the writer filled by hand is text.
            if (control.SdtProperties!.GetFirstChild<ShowingPlaceholder>() is not null)
            {
                (data.TryGet(field.Name, out _) ? (Action<string>)notes.AddMissing : notes.AddUnknown)(field.Name);
            }

            return;
        }

        control.SdtProperties!.GetFirstChild<ShowingPlaceholder>()?.Remove();
        var runs = control.Descendants<Run>().ToList();
        if (runs.Count == 0)
        {
            return;
        }

        // The prompt's grey style must not stay on the value.
        runs[0].RunProperties?.GetFirstChild<RunStyle>()?.Remove();
        foreach (var child in runs[0].ChildElements.Where(child => child is not RunProperties).ToList())
        {
            child.Remove();
        }

        runs[0].Append(new Text(FieldText.Of(value, field.Format)) { Space = SpaceProcessingModeValues.Preserve });
        foreach (var extra in runs.Skip(1))
        {
            extra.Remove();
        }
    }
}

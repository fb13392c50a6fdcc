using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kaohe.Documents.Merge;

/// <summary>Merges one part: the body, a header or a footer. Blocks first, then repeated rows, content controls and single fields.</summary>
internal sealed class PartMerger
{
    private readonly MergeData _data;
    private readonly MergeNotes _notes;
    private readonly PictureFields _pictures;

    public PartMerger(OpenXmlPart part, MergeData data, MergeNotes notes)
    {
        _data = data;
        _notes = notes;
        _pictures = new PictureFields(part, notes);
    }

    public void Merge(OpenXmlElement root)
    {
        new ConditionalBlocks(_data, _notes).Apply(root);
        new RepeatedRows(_data, _notes, Fill).Apply(root);
        new ContentControls(_data, _notes).Apply(root);
        foreach (var paragraph in root.Descendants<Paragraph>().ToList())
        {
            Fill(paragraph, _data);
        }
    }

    private void Fill(Paragraph paragraph, MergeData data)
    {
        var text = new ParagraphText(paragraph);
        var fields = Placeholder.Find(text.Value);
        if (fields.Exists(field => field.Kind == PlaceholderKind.Open))
        {
            new ConditionalBlocks(data, _notes).Inside(paragraph);
            text = new ParagraphText(paragraph);
            fields = Placeholder.Find(text.Value);
        }

        var seal = false;
        for (var i = fields.Count - 1; i >= 0; i--)
        {
            var field = fields[i];
            seal |= field.Kind == PlaceholderKind.Picture && PictureFields.IsSeal(field.Name);
            Replace(text, field, data);
        }

        if (seal)
        {
            // The date's paragraph follows and is needed for its width.
            if (paragraph.NextSibling() is Paragraph date)
            {
                Fill(date, data);
            }

            SignatureBlock.Arrange(paragraph);
        }

        if (fields.Exists(HeadMark.IsMark))
        {
            HeadMark.Fit(paragraph);
        }

        LineFeeds.Apply(paragraph);
    }

    private void Replace(ParagraphText text, Placeholder field, MergeData data)
    {
        if (field.Kind == PlaceholderKind.Picture)
        {
            var drawing = _pictures.Make(field, data);
            var holder = text.Replace(field.Start, field.Length, "");
            if (drawing is not null)
            {
                holder.InsertBeforeSelf(drawing);
            }
        }
        else if (field.Kind == PlaceholderKind.Value)
        {
            if (!data.TryGet(field.Name, out var value))
            {
                _notes.AddUnknown(field.Name);
            }
            else if (value is null)
            {
                _notes.AddMissing(field.Name);
            }
            else
            {
                text.Replace(field.Start, field.Length, FieldText.Of(value, field.Format));
            }
        }
    }
}

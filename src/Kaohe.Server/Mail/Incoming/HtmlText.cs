using System.Text;
using MimeKit.Text;

namespace Kaohe.Server.Mail.Incoming;

/// <summary>The text of an HTML mail: what is quoted by its markup is left out, and nothing of it is ever shown as HTML.</summary>
public static class HtmlText
{
    private static readonly HashSet<HtmlTagId> _dropped = [HtmlTagId.Head, HtmlTagId.Script, HtmlTagId.Style, HtmlTagId.Title, HtmlTagId.BlockQuote];

    private static readonly HashSet<HtmlTagId> _breaking =
        [HtmlTagId.Br, HtmlTagId.P, HtmlTagId.Div, HtmlTagId.TR, HtmlTagId.LI, HtmlTagId.Table, HtmlTagId.H1, HtmlTagId.H2, HtmlTagId.H3, HtmlTagId.H4, HtmlTagId.HR];

    // Where Gmail, QQ邮箱, 网易邮箱大师 and Outlook put the mail that is answered.
    private static readonly string[] _quotes = ["gmail_quote", "isReplyContent", "ntes-mailmaster-quote", "divRplyFwdMsg", "mail-editor-reference-message-container"];

    /// <summary>The text.</summary>
    /// <param name="html">The HTML part of a mail.</param>
    public static string Of(string html)
    {
        var text = new StringBuilder();
        var tokenizer = new HtmlTokenizer(new StringReader(html));
        (string Name, int Depth) skipped = ("", 0);
        while (tokenizer.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                skipped = Skip(skipped, tag);
                if (skipped.Depth == 0 && _breaking.Contains(tag.Id) && (tag.Id == HtmlTagId.Br || tag.IsEndTag || (text.Length > 0 && text[^1] != '\n')))
                {
                    text.Append('\n');
                }
            }
            else if (skipped.Depth == 0 && token is HtmlDataToken data)
            {
                text.Append(data.Data.ReplaceLineEndings(" "));
            }
        }

        return text.ToString();
    }

    private static (string Name, int Depth) Skip((string Name, int Depth) skipped, HtmlTagToken tag)
    {
        if (skipped.Depth == 0)
        {
            return !tag.IsEndTag && !tag.IsEmptyElement && (_dropped.Contains(tag.Id) || IsQuote(tag)) ? (tag.Name, 1) : skipped;
        }

        if (!tag.Name.Equals(skipped.Name, StringComparison.OrdinalIgnoreCase) || tag.IsEmptyElement)
        {
            return skipped;
        }

        return (skipped.Name, skipped.Depth + (tag.IsEndTag ? -1 : 1));
    }

    private static bool IsQuote(HtmlTagToken tag) => tag.Attributes.Any(attribute =>
        attribute.Id is HtmlAttributeId.Class or HtmlAttributeId.Id && attribute.Value is { } value && Array.Exists(_quotes, quote => value.Contains(quote, StringComparison.OrdinalIgnoreCase)));
}

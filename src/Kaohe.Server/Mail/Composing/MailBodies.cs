using System.Collections.Concurrent;
using System.Globalization;
using DotLiquid;
using Kaohe.Server.Documents;
using Kaohe.Server.Shell.Hosting;
using Microsoft.Extensions.Options;

namespace Kaohe.Server.Mail.Composing;

/// <summary>Words mails by the office's Liquid templates; every value is escaped in the HTML.</summary>
/// <param name="options">Where the templates lie.</param>
/// <param name="address">For links.</param>
public sealed class MailBodies(IOptions<MailOptions> options, PublicAddress address)
{
    private readonly ConcurrentDictionary<(string Path, DateTime Changed), Template> _read = new();

    /// <summary>The text and the HTML of a mail.</summary>
    public (string Text, string Html) Write(MailLetter letter)
    {
        var model = ModelOf(letter);
        return (Render(letter.Template + ".txt.liquid", model), Render(letter.Template + ".html.liquid", model));
    }

    private Dictionary<string, object?> ModelOf(MailLetter letter)
    {
        var model = new Dictionary<string, object?>(letter.Model.Select(pair => KeyValuePair.Create(pair.Key, Plain(pair.Value))), StringComparer.Ordinal)
        {
            ["name"] = letter.Name,
            ["subject"] = letter.Subject,
            ["site"] = address.Of(""),
            ["sender"] = options.Value.FromName,
            ["items"] = letter.Told.Select(ModelOf).ToList(),
            ["reply"] = options.Value.Imap.Host.Length > 0 && IsAboutOneTask(letter),
            ["mailbox"] = options.Value.Imap.Host.Length > 0,
        };
        if (model.GetValueOrDefault("path") is string path)
        {
            model["link"] = address.Of(path);
        }

        return model;
    }

    private static bool IsAboutOneTask(MailLetter letter) =>
        (letter.Told.Count == 0 ? [letter] : letter.Told).Select(one => one.TaskId).OfType<string>().Distinct(StringComparer.Ordinal).Count() == 1;

    private static object? Plain(object? value) => value is System.Text.Json.JsonElement element
        ? element.ValueKind switch
        {
            System.Text.Json.JsonValueKind.Null => null,
            System.Text.Json.JsonValueKind.String => element.GetString(),
            System.Text.Json.JsonValueKind.Array => element.EnumerateArray().Select(item => Plain(item)).ToList(),
            System.Text.Json.JsonValueKind.True => true,
            System.Text.Json.JsonValueKind.False => false,
            _ => element.ToString(),
        }
        : value;

    private string Render(string file, Dictionary<string, object?> model)
    {
        var path = Path.Combine(ProductFolders.Product(options.Value.Templates), file);
        var template = _read.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), static key =>
        {
            var parsed = Template.Parse(File.ReadAllText(key.Path));
            parsed.MakeThreadSafe();
            return parsed;
        });
        return template.Render(Hash.FromDictionary(model), CultureInfo.GetCultureInfo("zh-CN")).Trim() + "\n";
    }
}

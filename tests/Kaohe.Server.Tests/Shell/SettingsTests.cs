using System.Text.Json;
using Kaohe.Server.Documents;
using Kaohe.Server.Mail;
using Kaohe.Server.Tests.Documents;
using Microsoft.Extensions.Configuration;

namespace Kaohe.Server.Tests.Shell;

/// <summary>appsettings.json lists every setting that the code reads, with the value that holds when it is left out.</summary>
public sealed class SettingsTests
{
    private static readonly IConfiguration _shipped = new ConfigurationBuilder().AddJsonFile(Path.Combine(DocumentCity.Repository, "appsettings.json")).Build();

    [Fact]
    public void Should_list_every_setting_of_documents() => AssertListed(DocumentOptions.Section, new DocumentOptions());

    [Fact]
    public void Should_list_every_setting_of_mail() => AssertListed(MailOptions.Section, new MailOptions());

    private static void AssertListed<T>(string section, T defaults)
        where T : class, new()
    {
        var bound = new T();
        _shipped.GetSection(section).Bind(bound);
        Assert.Equal(JsonSerializer.Serialize(defaults), JsonSerializer.Serialize(bound));
        var listed = _shipped.GetSection(section).AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null).Select(pair => pair.Key);
        Assert.Equal(Leaves(JsonSerializer.SerializeToElement(defaults), "").Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Leaves(JsonElement element, string prefix) => element.EnumerateObject().SelectMany(member =>
        member.Value.ValueKind == JsonValueKind.Object ? Leaves(member.Value, $"{prefix}{member.Name}:") : [prefix + member.Name]);
}

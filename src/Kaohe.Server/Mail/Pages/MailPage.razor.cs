using Kaohe.Office.Documents;
using Kaohe.Office.People;
using Kaohe.Server.Mail.Reading;
using Kaohe.Storage.Mail;
using Kaohe.Storage.Paging;
using Microsoft.AspNetCore.Components;

namespace Kaohe.Server.Mail.Pages;

/// <summary>The log of mails: what was sent, what waits, what failed; opening one, sending again, calling back.</summary>
public sealed partial class MailPage
{
    private const int Size = 50;
    private readonly Dictionary<MailState, int> _counts = [];
    private IReadOnlyList<DocumentRecipient> _units = [];
    private Page<MailRow>? _page;
    private MailRow? _opened;
    private MimeKit.MimeMessage? _message;
    private Actor _actor = Actor.System;
    private DateTimeOffset _now;
    private string _unit = "";
    private string? _text;
    private string? _done;

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Text { get; set; }

    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Task { get; set; }

    [SupplyParameterFromQuery]
    private string? Key { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int Number { get; set; }

    private string Explanation => (MailAccess.MayResend(_actor) ? "系统发出的每一封邮件。" : "系统发给您的邮件。")
        + (Options.Value.Mode == MailMode.Pickup ? "目前不连接邮件服务器，邮件只保存在本机，可在这里打开。" : "")
        + (Options.Value.QuietHours ? "夜间和节假日不发，留到工作日早上。" : "");

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _actor = await Current.GetAsync();
        (_unit, _text, _now) = (Unit ?? "", Text, Clock.GetUtcNow());
        if (MailAccess.MayResend(_actor) && _units.Count == 0)
        {
            _units = await Facts.UnitsAsync(Activities.Effects.AudienceSpec.All, Office.OfficeTime.DateOf(_now).Year);
        }

        _opened = Key is null ? null : await Reader.FindAsync(Key, _actor);
        _message = _opened?.EmlPath is { } path ? await Folder.ReadAsync(path, default) : null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var filter = new MailFilter(Enum.TryParse<MailState>(State, out var state) ? state : null, Unit, Task, Text?.Trim());
        _counts.Clear();
        foreach (var (known, count) in await Reader.CountAsync(_actor, filter))
        {
            _counts[known] = count;
        }

        _page = await Reader.ListAsync(_actor, filter, PageRequest.Number(Number, Size));
    }

    private async Task ResendAsync(MailRow mail)
    {
        _done = await Acts.ResendAsync(mail.Key) ? $"已重发给{mail.RecipientName}：{mail.Subject}" : null;
        await LoadAsync();
    }

    private async Task CancelAsync(MailRow mail)
    {
        _done = await Acts.CancelAsync(mail.Key) ? $"已取消发给{mail.RecipientName}的：{mail.Subject}" : "这封邮件刚刚已经发出，不能取消了。";
        await LoadAsync();
    }

    private string Address(string? Key, int number = 0, string? state = null) => Navigation.GetUriWithQueryParameters("/mail", new Dictionary<string, object?>
    {
        ["state"] = (state ?? State) is { Length: > 0 } wanted ? wanted : null,
        ["text"] = string.IsNullOrWhiteSpace(_text) ? null : _text,
        ["unit"] = _unit.Length == 0 ? null : _unit,
        ["task"] = Task,
        ["key"] = Key,
        ["page"] = number == 0 ? null : number,
    });
}

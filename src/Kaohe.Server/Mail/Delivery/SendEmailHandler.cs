using Kaohe.Activities.Effects;
using Kaohe.Office.People;
using Kaohe.Server.Documents.Facts;
using Kaohe.Server.Identity.People;
using Kaohe.Storage;
using Kaohe.Storage.Outbox;

namespace Kaohe.Server.Mail.Delivery;

/// <summary>Turns a <see cref="SendEmail"/> into one mail for each of its people and addresses.</summary>
/// <param name="mails">Takes the mails.</param>
/// <param name="people">All people.</param>
/// <param name="facts">Units of an audience.</param>
internal sealed class SendEmailHandler(MailDesk mails, IOfficePeople people, IDocumentFacts facts) : IEffectHandler
{
    public async Task<object?> PrepareAsync(EffectEnvelope effect, CancellationToken cancellationToken)
    {
        var mail = effect.Payload<SendEmail>();
        var directory = await people.DirectoryAsync(cancellationToken);
        var receivers = new List<(string? PersonId, string Name, string? Address, string? UnitId)>();
        receivers.AddRange((await PeopleAsync(mail, directory, cancellationToken)).Select(found => ((string?)found.Person.Id, found.Person.Name, found.Person.Email, found.UnitId)));
        foreach (var address in mail.Addresses)
        {
            var known = directory.People.FirstOrDefault(person => person.IsActive && string.Equals(person.Email, address, StringComparison.OrdinalIgnoreCase));
            receivers.Add((known?.Id, known?.Name ?? address, address, null));
        }

        return receivers.DistinctBy(one => one.PersonId ?? one.Address).ToList();
    }

    public Task HandleAsync(EffectContext context, CancellationToken cancellationToken)
    {
        var mail = context.Effect.Payload<SendEmail>();
        var receivers = (List<(string? PersonId, string Name, string? Address, string? UnitId)>)context.Prepared!;
        return mails.QueueAsync(context.Db, [.. receivers.Select(one => (Letter(one.PersonId, one.Name, one.Address, one.UnitId), $"{context.Effect.Key}:{one.PersonId ?? one.Address}"))], context.Now, cancellationToken);

        MailLetter Letter(string? person, string name, string? address, string? unit) => new()
        {
            PersonId = person,
            Name = name,
            Address = address,
            Subject = mail.Subject,
            Template = MailTemplates.Plain,
            Model = new Dictionary<string, object?> { ["paragraphs"] = mail.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList() },
            DocumentIds = mail.DocumentIds,
            DocumentId = mail.DocumentIds.Count == 1 ? mail.DocumentIds[0] : null,
            UnitId = unit,
            CycleYear = mail.CycleYear,
        };
    }

    private async Task<IEnumerable<(Person Person, string? UnitId)>> PeopleAsync(SendEmail mail, OfficeDirectory directory, CancellationToken cancellationToken)
    {
        var byUnit = mail.Audience is { } audience && (audience.IsPerUnit || mail.Role == Role.Unit.Code);
        if (byUnit && (mail.Role is null || mail.Role == Role.Unit.Code))
        {
            var units = await facts.UnitsAsync(mail.Audience!, mail.CycleYear ?? 0, cancellationToken);
            return units.SelectMany(unit => directory.Expand([Candidate.OfUnit(unit.UnitId)]).Select(person => (person, (string?)unit.UnitId)));
        }

        var role = mail.Role ?? (mail.Audience?.Kind == AudienceKind.Leaders ? Role.Leader.Code : mail.Audience?.Kind == AudienceKind.Office ? Role.Office.Code : null);
        return role is null ? [] : directory.Expand([Candidate.OfRole(role)]).Select(person => (person, (string?)null));
    }
}

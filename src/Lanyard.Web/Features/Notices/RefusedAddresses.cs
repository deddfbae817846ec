using System.Security.Cryptography;
using System.Text;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Mail;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.Notices;

/// <summary>The addresses of people that the mail server refuses for good. A corrected one is another.</summary>
public sealed class RefusedAddresses(RecordBook book, TimeProvider clock)
{
    // Mail servers change: what one refused is tried again some day, if somebody asks for it.
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    /// <summary>Whether a refusal means that no letter can ever reach the address.</summary>
    public static bool IsOfAddress(MailRefusal why) =>
        why is MailRefusal.NoSuchAddress or MailRefusal.MailboxClosed or MailRefusal.AddressNotPossible;

    /// <summary>Why the address that a person has now was refused; <see langword="null"/> if it was not.</summary>
    public async Task<MailRefusal?> FindAsync(OrganisationId organisation, Person person, CancellationToken cancel) =>
        Of(person, (await Rows(organisation).FindAsync(person.Id.ToString(), cancel))?.Value);

    /// <summary>Of many people, those whose address was refused, and why.</summary>
    public async Task<IReadOnlyDictionary<PersonId, MailRefusal>> ListAsync(
        OrganisationId organisation, IEnumerable<Person> people, CancellationToken cancel)
    {
        var rows = (await Rows(organisation).ListAsync(cancel))
            .ToDictionary(kept => kept.Place.Key, kept => kept.Value, StringComparer.Ordinal);
        var refused = new Dictionary<PersonId, MailRefusal>();
        foreach (var person in rows.Count == 0 ? [] : people)
        {
            if (Of(person, rows.GetValueOrDefault(person.Id.ToString())) is { } why)
            {
                refused[person.Id] = why;
            }
        }

        return refused;
    }

    /// <summary>Notes within a transaction that an address was refused.</summary>
    public Task PutAsync(IRecordTransaction write, PersonId person, string email, MailRefusal why,
        CancellationToken cancel) =>
        Rows(write.Organisation).PutAsync(
            write, person.ToString(), new(Hash(email), why, clock.GetUtcNow()), [], sort: "", cancel);

    /// <summary>Forgets within a transaction what was refused to a person, since a letter is tried anew.</summary>
    public Task RemoveAsync(IRecordTransaction write, PersonId person, CancellationToken cancel) =>
        Rows(write.Organisation).RemoveAsync(write, person.ToString(), cancel);

    private MailRefusal? Of(Person person, RefusedAddress? row) =>
        row is not null && person.Details?.Email is { } email
        && row.Address == Hash(email) && row.At + Lasts > clock.GetUtcNow()
            ? row.Why : null;

    private static string Hash(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())));

    private KeptRows<RefusedAddress> Rows(OrganisationId organisation) =>
        new(book.Store, organisation, "refused-address");
}

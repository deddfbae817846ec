using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;
using Lanyard.Records;
using Lanyard.Workflows.Access;
using Microsoft.AspNetCore.Identity;

namespace Lanyard.Accounts;

/// <summary>Lets somebody in again from the server, where nobody else can: a link, and a second factor taken
/// that was lost. The record holds both, and the person is told.</summary>
public sealed class RescueLinks(AccountBook accounts, RecordBook book, UserManager<Account> users)
{
    private static readonly ResetReason Reason = new("The people who run the server took it, with `lanyard link`.");

    /// <summary>Makes a link; what it answers is the secret in it.</summary>
    public Task<string> MakeAsync(OrganisationId organisation, PersonId person, CancellationToken cancel) =>
        accounts.MakeLinkAsync(organisation, person, by: null, cancel, AccessChange.LinkMadeOnServer);

    /// <summary>Takes the codes and passkeys of a person, so that they set up new ones.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> ResetSecondFactorAsync(OrganisationId organisation, PersonId person, CancellationToken cancel)
    {
        var account = await users.FindByIdAsync(person.ToString());
        SecondFactor[] lost =
        [
            .. account?.TwoFactorEnabled == true ? [SecondFactor.Codes] : Array.Empty<SecondFactor>(),
            .. account?.Passkeys.Count > 0 ? [SecondFactor.Passkeys] : Array.Empty<SecondFactor>(),
        ];
        foreach (var factor in lost)
        {
            await book.WriteAsync(organisation, new(null), [new SecondFactorReset(person, factor) { Content = Reason }],
                new Dictionary<string, long>(StringComparer.Ordinal), cancel);
            await accounts.ResetAsync(person, factor, cancel);
        }

        return lost.Length > 0;
    }
}

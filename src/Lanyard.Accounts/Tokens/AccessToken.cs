using System.Collections.Immutable;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.People;

namespace Lanyard.Accounts.Tokens;

/// <summary>A token as it is kept: without its secret.</summary>
/// <param name="Id">By which its person names it.</param>
/// <param name="Person">As whom it acts.</param>
/// <param name="Organisation">The person's organisation.</param>
/// <param name="Name">What its person calls it.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Expires">When it ends by itself.</param>
/// <param name="LastUsed">The last day on which it was used.</param>
public sealed record AccessToken(
    Guid Id, PersonId Person, OrganisationId Organisation, string Name, ImmutableArray<string> Scopes, DateTimeOffset Made, DateTimeOffset Expires, DateOnly? LastUsed);

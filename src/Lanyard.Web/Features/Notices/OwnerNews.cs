using Lanyard.Accounts;
using Lanyard.Domain.People;
using Lanyard.Records.Storage;
using Lanyard.Web.Features.Notices.SendLetters;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.Notices;

namespace Lanyard.Web.Features.Notices;

/// <summary>Tells people by a notice and a letter what happened to their account that they may not have done themselves.</summary>
internal sealed class OwnerNews(NoticeBook notices, LetterBell bell, TimeProvider clock) : IOwnerNews
{
    private const string Home = "/account";

    public async Task PutAsync(IRecordTransaction write, PersonId person, AccessChange change, CancellationToken cancel)
    {
        if (Text(change) is { } text)
        {
            var now = clock.GetUtcNow();
            await notices.AddAsync(write, new(person, NoticeKind.SignInChanged, Policy: null, $"sign-in-changed/{Guid.CreateVersion7(now):N}/{person}", Home, text), now, cancel);
        }
    }

    public void Send() => bell.Ring();

    // What is not named here, people did themselves, or they are told of it elsewhere.
    private static string? Text(AccessChange change) => change switch
    {
        AccessChange.Locked => "Somebody entered many wrong passwords for your account. They did not get in. You can still sign in where you have signed in before. If it was not you, use a password that you use nowhere else.",
        AccessChange.CodesHeld => "Somebody who knows your password entered many wrong codes. They did not get in. If it was not you, change your password now.",
        AccessChange.LinkMadeOnServer => "The people who run the server made a sign-in link for you. If you did not ask for that, tell them at once.",
        _ => null,
    };
}

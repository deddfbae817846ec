using Lanyard.Records;

namespace Lanyard.Accounts;

/// <summary>The link by which the first administrator begins.</summary>
public static class FirstLink
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    /// <summary>The secret of a new link; <see langword="null"/> if an organisation is there already.</summary>
    public static async Task<string?> MakeAsync(IServiceProvider services, CancellationToken cancel)
    {
        var book = services.GetRequiredService<RecordBook>();
        if ((await book.Store.OrganisationsAsync(cancel)).Any(id => id != Installation.Partition))
        {
            return null;
        }

        var clock = services.GetRequiredService<TimeProvider>();
        return await services.GetRequiredService<SignInLinks>().MakeAsync(new(Person: null, Organisation: null, clock.GetUtcNow() + Lasts), cancel);
    }
}

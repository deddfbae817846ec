namespace Lanyard.Accounts.Passwords;

/// <summary>Holds guessing up, but not the person it is aimed at.</summary>
/// <remarks>
/// Wrong passwords are counted by address and place together, so that strangers elsewhere lock nobody out; in a browser in which the
/// person has signed in before they are counted by that browser alone. Many wrong ones for one address, or from one place, hold up
/// only browsers that are not known. An address that nobody has is counted like any other, and so cannot be told from one.
/// </remarks>
public sealed class SignInGuard(TimeProvider clock)
{
    // Five typing errors are free; then a minute, doubled up to an hour.
    private static readonly TryRule OfPair = new(Free: 5, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromHours(12));

    // From everywhere together: a network of machines may not go on for ever.
    private static readonly TryRule OfAddress = new(Free: 60, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(2));

    // One password tried on everybody. A whole school may sit behind one place, so there is room.
    private static readonly TryRule OfPlace = new(Free: 200, TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromHours(1));

    private readonly TryCounts _counts = new(clock);

    /// <summary>Begins a try: it counts as wrong until it turns out right.</summary>
    /// <param name="address">The address that was typed.</param>
    /// <param name="place">Where the request comes from.</param>
    /// <param name="device">The name of the browser if it is known for the person; <see langword="null"/> if not.</param>
    /// <returns>How long to wait instead; <see langword="null"/> if the try may be made.</returns>
    public TimeSpan? Begin(string address, string place, string? device)
    {
        var keys = Keys(address, place, device);
        var longest = keys.Max(each => _counts.WaitFor(each.Key, each.Rule));
        if (longest is null)
        {
            keys.ForEach(each => _counts.Add(each.Key, each.Rule));
        }

        return longest;
    }

    /// <summary>Whether the wrong tries just now began to hold somebody up, and nobody was told of it within the last hours.</summary>
    public bool IsNews(string address, string place, string? device)
    {
        var isHeld = Keys(address, place, device).Where(each => each.Rule != OfPlace).Any(each => _counts.WaitFor(each.Key, each.Rule) is not null);
        return isHeld && _counts.Add(Key("told", address), OfAddress) == 1;
    }

    /// <summary>The try turned out right: what was counted here is forgotten, and what was counted elsewhere stays.</summary>
    public void Succeed(string address, string place, string? device)
    {
        foreach (var (key, rule) in Keys(address, place, device))
        {
            if (rule == OfPair)
            {
                _counts.Forget(key);
            }
            else
            {
                _counts.TakeBack(key);
            }
        }
    }

    /// <summary>The try was not made after all.</summary>
    public void Withdraw(string address, string place, string? device) => Keys(address, place, device).ForEach(each => _counts.TakeBack(each.Key));

    /// <summary>Forgets the wrong tries of an address here, since its owner has come in by another way.</summary>
    public void Forgive(string address, string place) => _counts.Forget(Key(place, address));

    private static List<(string Key, TryRule Rule)> Keys(string address, string place, string? device) => device is not null
        ? [(Key($"device {device}", address), OfPair)]
        : [(Key(place, address), OfPair), (Key("address", address), OfAddress), (Key("place", place), OfPlace)];

    private static string Key(string kind, string of) => $"{kind}|{of.Trim().ToUpperInvariant()}";
}

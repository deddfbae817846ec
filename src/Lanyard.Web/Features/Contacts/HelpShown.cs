using Lanyard.Workflows.Organisations.Help;

namespace Lanyard.Web.Features.Contacts;

/// <summary>The help that is shown to somebody.</summary>
/// <param name="Contacts">The numbers.</param>
/// <param name="Tell">Whom to tell, each with the name of their place.</param>
public sealed record HelpShown(HelpContacts Contacts, IReadOnlyList<(string Place, PersonToTell Person)> Tell)
{
    /// <summary>What holds where nothing is known of whoever asks.</summary>
    public static HelpShown Anywhere { get; } = new(HelpContacts.Uk, []);

    /// <summary>Whether there are several organisations, and it is not known whose help is meant.</summary>
    public bool HasMany { get; init; }

    /// <summary>The address that a number leads to.</summary>
    public static string AddressOf(string number) =>
        number.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? number : $"tel:{string.Concat(number.TakeWhile(letter => !char.IsLetter(letter)).Where(letter => char.IsAsciiDigit(letter) || letter == '+'))}";
}

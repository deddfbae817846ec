using Lanyard.Workflows.Organisations.Help;

namespace Lanyard.Web.Features.Contacts;

/// <summary>The help that is shown to somebody.</summary>
/// <param name="Contacts">The numbers.</param>
/// <param name="Tell">Who to tell, each with the name of their place.</param>
public sealed record HelpShown(HelpContacts Contacts, IReadOnlyList<(string Place, PersonToTell Person)> Tell)
{
    /// <summary>What holds where nothing is known of a person who asks.</summary>
    public static HelpShown Anywhere { get; } = new(HelpContacts.Uk, []);

    /// <summary>Whether there are several organisations, and it is not known whose help is meant.</summary>
    public bool HasMany { get; init; }

    /// <summary>The address that a number leads to.</summary>
    public static string AddressOf(string number)
    {
        if (number.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return number;
        }

        var dialled = number.TakeWhile(each => !char.IsLetter(each)); // an extension is asked for by a voice
        return $"tel:{string.Concat(dialled.Where(each => char.IsAsciiDigit(each) || each == '+'))}";
    }
}

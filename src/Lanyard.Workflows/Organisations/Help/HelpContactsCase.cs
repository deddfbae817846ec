using System.Text.RegularExpressions;
using Lanyard.Domain.Organisations;

namespace Lanyard.Workflows.Organisations.Help;

/// <summary>What an organisation may set as its help.</summary>
public static partial class HelpContactsCase
{
    private const string HowToWrite =
        "write the name, the number, and who it is for, with commas between them, such as "
        + "Childline, 0800 1111, for anybody under 19";

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int LongestName = 80;
    private const int LongestAbout = 200;
    private const int MostLines = 8; // more would be a list to read, and nobody in distress reads one

    /// <summary>Sets the help of an organisation, or says all that is wrong with it.</summary>
    public static Outcome Set(OrganisationId organisation, HelpContacts contacts) =>
        Outcome.Of(Refusals(contacts), () => [new HelpContactsSet(organisation) { Content = contacts }]);

    private static IEnumerable<Refusal> Refusals(HelpContacts contacts)
    {
        if (!IsNumber(contacts.Emergency))
        {
            yield return new("Emergency", "Enter the number to call in danger, such as 999");
        }

        if (contacts.Lines.IsEmpty)
        {
            yield return new("Lines", "Enter one line at least that somebody can call outside the organisation");
        }

        if (contacts.Lines.Length > MostLines)
        {
            yield return new("Lines", $"Enter {MostLines} lines or fewer: a long list is hard to use in distress");
        }

        foreach (var line in contacts.Lines)
        {
            if (!IsWhole(line))
            {
                yield return new("Lines", $"\"{(line.Name.Length > 0 ? line.Name : line.Number)}\": {HowToWrite}");
            }
        }

        for (var at = 0; at < contacts.Tell.Length; at++)
        {
            var tell = contacts.Tell[at];
            if (tell.Who.Length == 0 && tell.Number.Length > 0)
            {
                yield return new($"Who[{at}]", "Enter whose number it is");
            }

            if (tell.Who.Length > LongestAbout)
            {
                yield return new($"Who[{at}]", $"Say it in {LongestAbout} characters or fewer");
            }

            if (tell.Number.Length > 0 && !IsNumber(tell.Number))
            {
                yield return new($"Number[{at}]", "Enter a telephone number, such as 01632 960 001");
            }
        }
    }

    private static bool IsNumber(string text) => Number().IsMatch(text);

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    private static bool IsWhole(HelpLine line) =>
        line.Name.Length is > 0 and <= LongestName && line.About.Length <= LongestAbout
        && (IsNumber(line.Number) || IsWebAddress(line.Number));

    [GeneratedRegex(@"^\+?[0-9 ()-]{3,25}( ?(ext|extension)\.? ?[0-9]{1,6})?$", Options, 1000)]
    private static partial Regex Number();
}

namespace Lanyard.Policy.Binding;

/// <summary>The forms in which a verb phrase may be heard.</summary>
public static class VerbForms
{
    /// <summary>Every form of a phrase that begins with a verb, and whether it tells of the past.</summary>
    public static IEnumerable<(string Form, bool IsPast)> Of(string phrase)
    {
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        var (verb, tail) = space < 0 ? (phrase, "") : (phrase[..space], phrase[space..]);
        yield return (phrase, false);
        yield return (English.Present(verb) + tail, false);
        yield return (English.Gerund(verb) + tail, false);
        yield return (English.Past(verb) + tail, true);
    }
}

namespace Lanyard.Web.Tests.Mail;

/// <summary>A letter as the mail server took it.</summary>
/// <param name="Headers">Its headers, and whom the envelope named.</param>
/// <param name="Body">Its text.</param>
/// <param name="Raw">All of it.</param>
internal sealed record TakenLetter(IReadOnlyDictionary<string, string> Headers, string Body, string Raw)
{
    public string To => Headers["X-Envelope-To"];

    public string Id => Headers["Message-ID"];

    public static TakenLetter Read(string raw)
    {
        var text = raw.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = text[..end].Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new(headers, text[(end + 2)..], raw);
    }
}

using System.Text;

namespace Lanyard.Testing;

/// <summary>Spoils a text in a few places, as damage and carelessness do.</summary>
public static class Mangling
{
    private static readonly string[] Scraps =
        ["```policy\n", "```scenario\n", "```\n", "---\n", "## 3.1 ", "must not ", "unless ", " or ", " and ", ", ", ".", "\"", "→ ", "[", "{", ": ", "\u0000", "\uFFFF", "é", "'s", "\t", "\n  ", "When staff ", "a student ", "content that ", "is offensive", "- ", "&x", "*a", "!!t ", "? ", "|"];

    public static string Of(string text, Random random)
    {
        var mangled = new StringBuilder(text);
        for (var change = random.Next(1, 8); change > 0 && mangled.Length > 0; change--)
        {
            var at = random.Next(mangled.Length);
            var length = Math.Min(random.Next(1, 40), mangled.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    mangled.Remove(at, length);
                    break;
                case 1:
                    mangled.Insert(at, Scraps[random.Next(Scraps.Length)]);
                    break;
                case 2:
                    mangled.Insert(random.Next(mangled.Length), mangled.ToString(at, length));
                    break;
                default:
                    mangled[at] = (char)random.Next(1, 0x2FFF);
                    break;
            }
        }

        return mangled.ToString();
    }
}

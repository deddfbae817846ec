namespace Lanyard.Domain.Vocabulary;

/// <summary>A line of the vocabulary file that says something.</summary>
internal sealed record VocabularyLine(int Number, int Indent, string Text)
{
    public static List<VocabularyLine> ReadAll(string text)
    {
        var lines = new List<VocabularyLine>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd();
            var content = line.TrimStart();
            if (content.Length > 0 && content[0] != '#')
            {
                lines.Add(new(number, line.Length - content.Length, content));
            }
        }

        return lines;
    }
}

using System.Text.RegularExpressions;
using Lanyard.Cli.Output;
using Lanyard.Records.Checkpoints;

namespace Lanyard.Cli.Commands;

/// <summary>Reads checkpoints from files: as they are handed on, or within a letter.</summary>
internal static partial class CheckpointFiles
{
    /// <summary>Every checkpoint in the files.</summary>
    /// <exception cref="Misuse">A file cannot be read, or holds none.</exception>
    public static IReadOnlyList<(SignedNote Note, Checkpoint Checkpoint)> Read(IEnumerable<string> files) =>
        [.. files.SelectMany(Read)];

    private static List<(SignedNote Note, Checkpoint Checkpoint)> Read(string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(file).ReplaceLineEndings("\n");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new Misuse(problem.Message);
        }

        var found = new List<(SignedNote, Checkpoint)>();
        foreach (Match match in Note().Matches($"{text}\n"))
        {
            if (SignedNote.TryRead(match.Value, out var note) && Checkpoint.TryRead(note.Text, out var checkpoint))
            {
                found.Add((note, checkpoint));
            }
        }

        return found.Count > 0 ? found
            : throw new Misuse($"{file} holds no checkpoint. It must hold the lines that begin with lanyard/, as they "
                + "were sent.");
    }

    [GeneratedRegex("(?m)^lanyard/[0-9a-f]{32}\\n[0-9]{1,19}\\n[A-Za-z0-9+/=]{44}\\n\\n(?:\u2014 [^ \\n]+ [A-Za-z0-9+/=]+\\n)+",
        RegexOptions.None, 2000)]
    private static partial Regex Note();
}

namespace Lanyard.Import.Apart;

/// <summary>The readers of foreign files that a program can run in a process of its own.</summary>
public static class ApartReaders
{
    /// <summary>The word on the command line that starts one. It is for the program itself and stands in no
    /// help.</summary>
    public const string Verb = "read-apart";

    /// <summary>Runs a reader on standard input, if the arguments ask for one.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <param name="readers">The readers by name: each makes an answer of a file.</param>
    /// <returns>What to end the program with; <see langword="null"/> if the arguments ask for something else.</returns>
    public static int? Run(string[] arguments, IReadOnlyDictionary<string, Func<byte[], byte[]>> readers)
    {
        if (arguments is not [Verb, var name])
        {
            return null;
        }

        if (!readers.TryGetValue(name, out var read))
        {
            return 2;
        }

        using var file = new MemoryStream();
        using (var input = Console.OpenStandardInput())
        {
            input.CopyTo(file);
        }

        using var output = Console.OpenStandardOutput();
        output.Write(read(file.ToArray()));
        return 0;
    }
}

using System.Text;
using Lanyard.Domain.Vocabulary;
using Lanyard.Policy.Compilation;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Text;

namespace Lanyard.Cli.Output;

/// <summary>Reads policies from files.</summary>
internal static class PolicyFile
{
    private const long LongestPolicy = 4 * 1024 * 1024;

    /// <summary>Reads a text file.</summary>
    /// <exception cref="Misuse">There is no such file, or it is not text that a policy could be.</exception>
    public static SourceText Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (Directory.Exists(path))
            {
                throw new Misuse($"{path} is a folder. Name a policy file, such as {Path.Combine(path, "policy.md")}.");
            }

            if (file.Length > LongestPolicy)
            {
                throw new Misuse($"{path} is larger than {LongestPolicy / 1024 / 1024} MB, which no policy is.");
            }

            return new(path, File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
        }
        catch (DecoderFallbackException)
        {
            throw new Misuse($"{path} is not UTF-8 text. To bring in a document of another kind, use: lanyard import {path}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new Misuse($"Cannot read {path}: {(File.Exists(path) ? problem.Message : "there is no such file.")}");
        }
    }

    public static CompilationResult Compile(string path) => CompiledPolicy.Compile(Read(path), Lexicon.Shipped);

    /// <summary>Compiles a policy, or prints what is wrong with it.</summary>
    public static async Task<CompiledPolicy?> RequireAsync(string path, CancellationToken cancel)
    {
        var result = Compile(path);
        if (result.Policy is null)
        {
            foreach (var diagnostic in result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error))
            {
                await Console.Error.WriteLineAsync(Ink.Diagnostic(DiagnosticText.Render(diagnostic), isError: true).AsMemory(), cancel);
                await Console.Error.WriteLineAsync();
            }

            await Console.Error.WriteLineAsync($"{path} cannot be run until these are put right.".AsMemory(), cancel);
        }

        return result.Policy;
    }
}

namespace Lanyard.Mail;

/// <summary>A file that a setting names.</summary>
internal static class SettingFile
{
    /// <summary>All of it.</summary>
    /// <exception cref="FormatException">It cannot be read. The message says what it should hold.</exception>
    public static string Read(string file, string what)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException problem)
        {
            throw Unreadable(file, what, problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw Unreadable(file, what, problem);
        }
    }

    /// <summary>A secret, without the end of its line.</summary>
    /// <exception cref="FormatException">There is none in it. The message holds nothing of what is in it.</exception>
    public static string ReadSecret(string file, string what) =>
        Read(file, what).TrimEnd('\r', '\n') is { Length: > 0 } secret ? secret
            : throw new FormatException($"{file} should hold {what}, and is empty.");

    private static FormatException Unreadable(string file, string what, Exception problem) =>
        new($"{file} should hold {what}, and cannot be read.", problem);
}

namespace Lanyard.Mail;

/// <summary>A letter was not taken. It holds no words of the mail server, for these may hold an address.</summary>
/// <param name="problem">What kept it.</param>
/// <param name="code">The server's code; 0 where there is none.</param>
/// <param name="inner">What was behind it.</param>
/// <param name="refusal">Why it will never be taken; <see langword="null"/> if it can be tried again.</param>
public sealed class MailException(MailProblem problem, int code = 0, Exception? inner = null,
    MailRefusal? refusal = null) : Exception($"The mail server did not take a letter: {problem} ({code}).", inner)
{
    /// <summary>What kept it.</summary>
    public MailProblem Problem => problem;

    /// <summary>The server's code; 0 where there is none.</summary>
    public int Code => code;

    /// <summary>Why it will never be taken; <see langword="null"/> if it can be tried again.</summary>
    public MailRefusal? Refusal => refusal;
}

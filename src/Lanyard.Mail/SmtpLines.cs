using System.Globalization;
using System.Text;

namespace Lanyard.Mail;

/// <summary>Lines to and from a mail server.</summary>
internal sealed class SmtpLines(Stream stream)
{
    private const int LongestLine = 2000; // RFC 5321 says 512; some servers say more
    private const int MostLines = 100;

    private readonly byte[] _buffer = new byte[4096];
    private int _from;
    private int _until;

    /// <summary>What the lines go over.</summary>
    public Stream Stream => stream;

    /// <summary>Whether something was sent that has not been read.</summary>
    public bool HasMore => _from < _until;

    /// <summary>Sends a line.</summary>
    /// <exception cref="ArgumentException">It is more than one, or not in ASCII.</exception>
    public async Task WriteAsync(string line, CancellationToken cancel)
    {
        if (line.Any(letter => char.IsControl(letter) || !char.IsAscii(letter)))
        {
            throw new ArgumentException("A command is one line of ASCII.", nameof(line));
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancel);
        await stream.FlushAsync(cancel);
    }

    /// <summary>Reads an answer.</summary>
    /// <exception cref="MailException">There is none, or it is not that of a mail server.</exception>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancel)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(cancel);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                break;
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new(code, lines);
            }
        }

        throw new MailException(MailProblem.NotReached);
    }

    private async Task<string> LineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (_from == _until)
            {
                (_from, _until) = (0, await stream.ReadAsync(_buffer, cancel));
                if (_until == 0)
                {
                    break;
                }
            }

            var letter = (char)_buffer[_from++];
            if (letter == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(letter);
        }

        throw new MailException(MailProblem.NotReached);
    }
}

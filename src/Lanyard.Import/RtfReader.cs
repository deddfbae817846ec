using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Lanyard.Import;

/// <summary>Reads the text that an RTF file shows, with the numbers and bullets that its lists print.</summary>
internal sealed class RtfReader
{
    private const int DeepestNesting = 256;

    private readonly string _rtf;
    private readonly List<RawLine> _lines = [];
    private readonly SortedDictionary<string, StringBuilder> _left = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _label = new();
    private readonly StringBuilder _note = new();
    private readonly List<RawLine> _cell = [];
    private readonly List<List<RawLine>> _row = [];
    private readonly Stack<RtfGroup> _groups = new();
    private RtfGroup _group = new();
    private Encoding _encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // always there
    private int _outline = 9;
    private bool _isInTable;
    private int _tables;
    private int _skip; // signs that stand for a character that was already read

    private RtfReader(string rtf) => _rtf = rtf;

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith("{\\rtf"u8);

    public static (List<RawLine> Lines, List<string> Notes, string? Problem) Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new RtfReader(Encoding.Latin1.GetString(bytes));
        if (!reader.Walk())
        {
            return (
                [],
                [],
                "This RTF file is nested more deeply than a document is. Save it as DOCX, and try once more."
            );
        }

        reader.EndParagraph();
        reader._lines.AddRange(reader._row.SelectMany(cell => cell).Concat(reader._cell)); // a table that is broken off
        return (
            reader._lines,
            [
                .. reader
                    ._left.Where(left => left.Value.ToString().Any(char.IsLetterOrDigit))
                    .Select(left => $"{left.Key}: \"{Flat(left.Value.ToString())}\""),
            ],
            null
        );
    }

    private bool Walk()
    {
        for (var at = 0; at < _rtf.Length; )
        {
            switch (_rtf[at])
            {
                case '{':
                    _groups.Push(_group);
                    _group = _group with { IsNew = true };
                    at++;
                    break;
                case '}':
                    EndGroup();
                    at++;
                    break;
                case '\\':
                    at = Control(at + 1);
                    break;
                case '\r' or '\n':
                    at++;
                    break;
                default:
                    Add(_encoding.GetString([(byte)_rtf[at]]), isReplacement: true);
                    at++;
                    break;
            }

            if (_groups.Count > DeepestNesting)
            {
                return false;
            }
        }

        return true;
    }

    private void EndGroup()
    {
        var ended = _group;
        _group = _groups.TryPop(out var outer) ? outer : new();
        if (ended.Kind == RtfKind.Note && _group.Kind != RtfKind.Note && _note.Length > 0)
        {
            Footnotes.Append(_text, Footnotes.OnOneLine(_note.ToString()));
            _note.Clear();
        }
    }

    private int Control(int at)
    {
        if (at >= _rtf.Length)
        {
            return at;
        }

        var sign = _rtf[at];
        if (
            sign == '\''
            && at + 2 < _rtf.Length
            && byte.TryParse(_rtf.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
        )
        {
            Add(_encoding.GetString([code]), isReplacement: true);
            return at + 3;
        }

        if (!char.IsAsciiLetter(sign))
        {
            Symbol(sign);
            return at + 1;
        }

        var end = at;
        for (; end < _rtf.Length && char.IsAsciiLetter(_rtf[end]); end++) { }

        var number = end;
        for (
            ;
            number < _rtf.Length && (char.IsAsciiDigit(_rtf[number]) || (number == end && _rtf[number] == '-'));
            number++
        ) { }

        var value = int.TryParse(
            _rtf.AsSpan(end, number - end),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var parsed
        )
            ? parsed
            : (int?)null;
        Word(_rtf[at..end], value);
        number = number < _rtf.Length && _rtf[number] == ' ' ? number + 1 : number;
        return value > 0 && _rtf.AsSpan(at, end - at).SequenceEqual("bin")
            ? Math.Min(_rtf.Length, number + value.Value)
            : number;
    }

    private void Symbol(char sign)
    {
        switch (sign)
        {
            case '*':
                _group = _group with { IsStarred = true };
                break;
            case '~':
                Add(" ", isReplacement: true);
                break;
            case '_':
                Add("-", isReplacement: true);
                break;
            case '{' or '}' or '\\':
                Add(sign.ToString(), isReplacement: true);
                break;
            case '\r' or '\n':
                EndParagraph();
                break;
            default:
                break;
        }
    }

    private void Word(string word, int? value)
    {
        if (_group.IsNew)
        {
            Begin(word);
        }

        if (RtfWords.Signs.TryGetValue(word, out var said))
        {
            Add(said, isReplacement: false);
            return;
        }

        switch (word)
        {
            case "u":
                Add(((char)(ushort)(short)(value ?? 0)).ToString(), isReplacement: false);
                _skip = _group.Replacement;
                break;
            case "uc":
                _group = _group with { Replacement = Math.Clamp(value ?? 1, 0, 8) };
                break;
            case "ansicpg":
                _encoding = CodePage(value ?? 1252);
                break;
            case "v":
                _group = _group with { Left = value == 0 ? null : "hidden text was left out" };
                break;
            case "strike" or "striked" or "deleted":
                _group = _group with
                {
                    Left =
                        value == 0 ? null
                        : word == "deleted" ? "deleted text was left out"
                        : "struck-through text was left out",
                };
                break;
            case "plain":
                _group = _group with
                {
                    Left =
                        _group.Left is { } left && left.StartsWith("running", StringComparison.Ordinal) ? left : null,
                };
                break;
            default:
                Place(word, value);
                break;
        }
    }

    // Where a paragraph stands and where it ends.
    private void Place(string word, int? value)
    {
        switch (word)
        {
            case "outlinelevel":
                _outline = value ?? 9;
                break;
            case "pard":
                (_outline, _isInTable) = (9, false);
                break;
            case "intbl":
                _isInTable = true;
                break;
            case "par" or "sect" when _group.Kind == RtfKind.Text:
                EndParagraph();
                break;
            case "par":
                Add(" ", isReplacement: false);
                break;
            case "cell" or "nestcell":
                EndCell();
                break;
            case "row":
                EndRow();
                break;
            default:
                break;
        }
    }

    // The first word of a group says what it is.
    private void Begin(string word)
    {
        var isUnknown = _group.IsStarred && word is not ("shpinst" or "shptxt" or "shppict");
        _group = _group with
        {
            IsNew = false,
            IsStarred = false,
            Kind =
                _group.Kind == RtfKind.Unread || RtfWords.Unread.Contains(word) || (isUnknown && word != "footnote")
                    ? RtfKind.Unread
                : word is "listtext" or "pntext" ? RtfKind.Label
                : word is "footnote" ? RtfKind.Note
                : _group.Kind,
            Left = word
                is "header"
                    or "headerl"
                    or "headerr"
                    or "headerf"
                    or "footer"
                    or "footerl"
                    or "footerr"
                    or "footerf"
                ? "running heads and feet were left out"
                : _group.Left,
        };
    }

    private void Add(string said, bool isReplacement)
    {
        if (isReplacement && _skip > 0)
        {
            _skip--;
            return;
        }

        _group = _group with { IsNew = false };
        var to = _group.Kind switch
        {
            RtfKind.Unread => null,
            _ when _group.Left is { } why => _left.TryGetValue(why, out var left) ? left : _left[why] = new(),
            RtfKind.Label => _label,
            RtfKind.Note => _note,
            _ => _text,
        };
        to?.Append(Symbols.Plain(said));
    }

    private void EndParagraph()
    {
        if (_group.Left is { } why)
        {
            Add(" ", isReplacement: false);
            return;
        }

        var label = Flat(_label.ToString());
        var text = string.Join(
            '\n',
            _text.ToString().Replace('\t', ' ').Split('\n').Select(Flat).Where(line => line.Length > 0)
        );
        _label.Clear();
        _text.Clear();
        if (text.Length > 0)
        {
            var isBullet = label.Length > 0 && !label.Any(char.IsLetterOrDigit);
            var line = new RawLine(text, _outline < 9 ? _outline + 1 : 0)
            {
                IsWhole = true,
                Label =
                    label.Length == 0 ? null
                    : isBullet ? Symbols.Bullet(label)
                    : label,
            };
            (_isInTable ? _cell : _lines).AddRange(LineBreaks.Lines(line));
        }
    }

    private void EndCell()
    {
        _isInTable = true;
        EndParagraph();
        _row.Add([.. _cell]);
        _cell.Clear();
    }

    private void EndRow()
    {
        var isNext = _lines.Count > 0 && _lines[^1].Row is { } before && before.Table == _tables;
        _tables += isNext ? 0 : 1;
        _lines.AddRange(
            _row switch
            {
                [] => [],
                [var only] => only,
                var cells =>
                [
                    new RawLine("")
                    {
                        IsWhole = true,
                        Row = new(
                            _tables,
                            [
                                .. cells.Select(cell =>
                                    cell.Select(line => line with { HeadingLevel = 0 }).ToImmutableArray()
                                ),
                            ]
                        ),
                    },
                ],
            }
        );
        _row.Clear();
    }

    private static Encoding CodePage(int page)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.Latin1;
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return Encoding.Latin1;
        }
    }

    private static string Flat(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

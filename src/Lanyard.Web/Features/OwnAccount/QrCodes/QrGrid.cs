namespace Lanyard.Web.Features.OwnAccount.QrCodes;

/// <summary>The modules of a QR code.</summary>
internal sealed class QrGrid(QrVersion version)
{
    private const int Timing = 6; // the row and the column that alternate
    private const int LevelL = 0b01;
    private const int FormatGenerator = 0x537;
    private const int FormatMask = 0x5412;
    private const int VersionGenerator = 0x1F25;
    private const int FirstWithVersion = 7;

    // Readers find the mask in the format, so any will do; this one breaks up what our texts look like.
    private const int Mask = 3; // dark and light change places where row and column add up to a multiple of three

    private readonly int _size = version.Size;
    private readonly bool[,] _isTaken = new bool[version.Size, version.Size];

    /// <summary>Which modules are dark, by row and column.</summary>
    public bool[,] Dark { get; } = new bool[version.Size, version.Size];

    /// <summary>Draws everything that is not data.</summary>
    public void DrawPatterns()
    {
        for (var at = 0; at < _size; at++)
        {
            Set(Timing, at, at % 2 == 0);
            Set(at, Timing, at % 2 == 0);
        }

        DrawFinder(3, 3);
        DrawFinder(3, _size - 4);
        DrawFinder(_size - 4, 3);
        foreach (var row in version.Alignment)
        {
            foreach (var column in version.Alignment)
            {
                DrawAlignment(row, column);
            }
        }

        DrawFormat();
        DrawVersion();
    }

    /// <summary>Draws the codewords, two columns at a time from the right, up and down in turn, masked.</summary>
    public void DrawData(byte[] codewords)
    {
        var bit = 0;
        var isUp = true;
        for (var right = _size - 1; right > 0; right -= 2, isUp = !isUp)
        {
            right -= right == Timing ? 1 : 0;
            for (var step = 0; step < _size; step++)
            {
                var row = isUp ? _size - 1 - step : step;
                for (var column = right; column >= right - 1; column--)
                {
                    if (!_isTaken[row, column])
                    {
                        var isSet = bit < codewords.Length * 8 && ((codewords[bit / 8] >> (7 - (bit % 8))) & 1) == 1; // a few modules are left over
                        Dark[row, column] = isSet ^ ((row + column) % 3 == 0);
                        bit++;
                    }
                }
            }
        }
    }

    private void DrawFinder(int row, int column)
    {
        for (var down = -4; down <= 4; down++)
        {
            for (var across = -4; across <= 4; across++)
            {
                if (row + down >= 0 && row + down < _size && column + across >= 0 && column + across < _size)
                {
                    Set(row + down, column + across, Math.Max(Math.Abs(down), Math.Abs(across)) is not (2 or 4));
                }
            }
        }
    }

    private void DrawAlignment(int row, int column)
    {
        var isInCorner = (row == Timing && (column == Timing || column == _size - 7)) || (row == _size - 7 && column == Timing);
        for (var down = -2; !isInCorner && down <= 2; down++)
        {
            for (var across = -2; across <= 2; across++)
            {
                Set(row + down, column + across, Math.Max(Math.Abs(down), Math.Abs(across)) != 1);
            }
        }
    }

    // The level and the mask, with their error correction, twice.
    private void DrawFormat()
    {
        var format = WithCorrection((LevelL << 3) | Mask, 10, FormatGenerator) ^ FormatMask;
        for (var bit = 0; bit < 15; bit++)
        {
            var isSet = ((format >> bit) & 1) == 1;
            Set(bit switch { < 6 => bit, < 8 => bit + 1, _ => _size - 15 + bit }, 8, isSet);
            Set(8, bit switch { < 8 => _size - 1 - bit, 8 => 7, _ => 14 - bit }, isSet);
        }

        Set(_size - 8, 8, isDark: true);
    }

    private void DrawVersion()
    {
        if (version.Number < FirstWithVersion)
        {
            return;
        }

        var bits = WithCorrection(version.Number, 12, VersionGenerator);
        for (var bit = 0; bit < 18; bit++)
        {
            var isSet = ((bits >> bit) & 1) == 1;
            Set(_size - 11 + (bit % 3), bit / 3, isSet);
            Set(bit / 3, _size - 11 + (bit % 3), isSet);
        }
    }

    private static int WithCorrection(int value, int length, int generator)
    {
        var remainder = value;
        for (var step = 0; step < length; step++)
        {
            remainder = (remainder << 1) ^ ((remainder >> (length - 1)) * generator);
        }

        return (value << length) | remainder;
    }

    private void Set(int row, int column, bool isDark)
    {
        Dark[row, column] = isDark;
        _isTaken[row, column] = true;
    }
}

namespace Lanyard.Web.Features.OwnAccount.QrCodes;

/// <summary>A size of QR code at error correction level L.</summary>
/// <param name="Number">The version.</param>
/// <param name="Blocks">Into how many blocks, all of one length, the data is divided.</param>
/// <param name="Data">How many data codewords a block has.</param>
/// <param name="Correction">How many codewords of error correction a block has.</param>
/// <param name="Alignment">Where the alignment patterns have their centres, across and down.</param>
internal sealed record QrVersion(int Number, int Blocks, int Data, int Correction, int[] Alignment)
{
    private const int HeaderBytes = 2; // the mode, the length and the end: four bits, eight bits, four bits

    private static readonly QrVersion[] All =
    [
        new(5, 1, 108, 26, [6, 30]), new(6, 2, 68, 18, [6, 34]), new(7, 2, 78, 20, [6, 22, 38]), new(8, 2, 97, 24, [6, 24, 42]), new(9, 2, 116, 30, [6, 26, 46]),
    ];

    /// <summary>How many modules it is wide.</summary>
    public int Size => (4 * Number) + 17;

    /// <summary>The smallest that holds so many bytes; <see langword="null"/> if none does.</summary>
    public static QrVersion? For(int bytes) => All.FirstOrDefault(version => bytes + HeaderBytes <= version.Blocks * version.Data);
}

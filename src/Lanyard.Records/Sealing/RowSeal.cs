using System.Security.Cryptography;
using System.Text;
using Lanyard.Domain.Organisations;
using Lanyard.Records.Storage;
using Lanyard.Workflows;

namespace Lanyard.Records.Sealing;

/// <summary>How the rows of one organisation lie in the store: sealed bodies, and a keyed hash for each term. Safe to
/// share between threads.</summary>
/// <remarks>
/// A row is bound to its register, its key and its version, so that it cannot be put in another's place. The keys come
/// from the master
/// key, which lives elsewhere: who has the store alone reads no row, finds none by a name that they guess, and can make
/// none.
/// Where the order of rows is that of names, only the first two letters of it lie open, to read long lists page by
/// page.
/// </remarks>
internal sealed class RowSeal
{
    /// <summary>With what a sealed body begins. No row's JSON begins so.</summary>
    public const string Mark = "sealed-1:";

    private const char Between = '\0'; // neither an order nor JSON holds it
    private const int OpenLetters = 2;
    private const int TermBytes = 18;

    private static readonly HashSet<string> OfNames =
        [.. Registers.All.Where(register => register.IsOrderPersonal).Select(register => register.Name)];

    private readonly byte[] _rows;
    private readonly byte[] _terms;

    public RowSeal(MasterKey master, OrganisationId organisation) =>
        (_rows, _terms) =
            (master.Derive($"lanyard-rows-1 {organisation}"), master.Derive($"lanyard-terms-1 {organisation}"));

    /// <summary>Whether the rows of a register lie sealed. Keys do not: each is wrapped already.</summary>
    public static bool Covers(string register) => register != SealingKeys.Register;

    /// <summary>Whether the order of a register is personal, so that only its beginning lies open.</summary>
    public static bool IsOrderPersonal(string register) => OfNames.Contains(register);

    /// <summary>Whether a row lies sealed.</summary>
    public static bool IsSealed(Row row) => row.Body.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>The order of a row as it lies open.</summary>
    public static string OpenOrder(string register, string sort) =>
        !IsOrderPersonal(register) || sort.Length <= OpenLetters ? sort
            : sort[..(char.IsHighSurrogate(sort[OpenLetters - 1]) ? OpenLetters - 1 : OpenLetters)];

    /// <summary>What a term lies there as.</summary>
    public string Term(string register, string term) =>
        Convert.ToBase64String(HMACSHA256.HashData(_terms, Encoding.UTF8.GetBytes($"{register}\n{term}"))
        .AsSpan(0, TermBytes));

    /// <summary>Seals a row.</summary>
    public Row Close(string register, Row row) => row with
    {
        Body = Mark
            + Convert.ToBase64String(
                Seal.Close(_rows, Encoding.UTF8.GetBytes($"{row.Sort}{Between}{row.Body}"), Place(register, row))),
        Sort = OpenOrder(register, row.Sort),
        Terms = [.. row.Terms.Select(term => Term(register, term))],
    };

    /// <summary>Opens a row. Its terms stay as they lie there.</summary>
    /// <exception cref="SealBrokenException">It was not written by us, or was changed or moved since.</exception>
    public Row Open(string register, Row row)
    {
        if (!IsSealed(row))
        {
            throw new SealBrokenException($"{register} {row.Key}");
        }

        try
        {
            var content =
                Encoding.UTF8.GetString(
                    Seal.Open(_rows, Convert.FromBase64String(row.Body[Mark.Length..]), Place(register, row)));
            var at = content.IndexOf(Between, StringComparison.Ordinal);
            return row with { Sort = content[..at], Body = content[(at + 1)..] };
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            throw new SealBrokenException($"{register} {row.Key}");
        }
    }

    private static string Place(string register, Row row) => $"{register}\n{row.Key}\n{row.Version}";
}

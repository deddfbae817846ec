using System.Collections.Concurrent;
using Lanyard.Domain.Organisations;
using Lanyard.Policy.Compilation;
using Lanyard.Records;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Infrastructure;

/// <summary>Compiles texts of policies and keeps the compiled ones at hand. Safe to share between threads.</summary>
public sealed class PolicyShelf
{
    private const long Usual = 512 * 1024 * 1024; // bytes, for some hundreds of long texts
    private const int MostMarked = 100_000;
    private const int BytesOfALetter = 100; // what was compiled takes about as many for each letter of its text

    private readonly RecordBook _book;

    // Compiled once for all organisations that keep the same text, but only for those: a hash alone opens nothing.
    private readonly RecentOnes<CompiledText> _byHash;
    private readonly ConcurrentDictionary<(OrganisationId, string), bool> _isKept = new();

    /// <summary>Takes texts out of a record.</summary>
    /// <param name="book">The record.</param>
    /// <param name="most">How many bytes the compiled ones may take, about. Where more come, those that were not used
    /// for the longest time go.</param>
    public PolicyShelf(RecordBook book, long most = Usual) =>
        (_book, _byHash) = (book, new(most, text => SizeOf(text.Text.Length)));

    /// <summary>How many bytes a compiled text takes, about.</summary>
    /// <param name="length">The letters of the text.</param>
    public static long SizeOf(int length) => (long)length * BytesOfALetter;

    /// <summary>Compiles a text that may still change: nothing is kept.</summary>
    public static CompiledText Compile(string text)
    {
        var result = CompiledPolicy.Compile("policy.md", text.ReplaceLineEndings("\n"));
        return new(text, result, result.Policy is { } policy ? new(policy) : null);
    }

    /// <summary>A text that an organisation keeps; <see langword="null"/> if it keeps none with that hash.</summary>
    public async Task<CompiledText?> FindAsync(OrganisationId organisation, string hash, CancellationToken cancel)
    {
        if (_isKept.ContainsKey((organisation, hash)) && _byHash.Find(hash) is { } known)
        {
            return known;
        }

        if (await _book.FindAsync<PolicyText>(organisation, $"text/{hash}", cancel) is not { } kept)
        {
            return null;
        }

        if (_isKept.Count >= MostMarked)
        {
            _isKept.Clear(); // they are looked up again when they are asked for
        }

        _isKept[(organisation, hash)] = true;
        return _byHash.Find(hash) ?? _byHash.Add(hash, Compile(kept.Value.Text));
    }

    /// <summary>A text that must be there, because something names its hash.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public async Task<CompiledText> GetAsync(OrganisationId organisation, string hash, CancellationToken cancel) =>
        await FindAsync(organisation, hash, cancel) ?? throw new InvalidOperationException($"Organisation {organisation} keeps no text {hash}. Run `lanyard verify`.");

    /// <summary>The policies in force on a day, of which a caller wants some, with their texts.</summary>
    public async Task<IReadOnlyList<(PolicyFile File, CompiledText Text)>> InForceAsync(OrganisationId organisation, DateOnly day, Func<PolicyFile, bool> isWanted, CancellationToken cancel)
    {
        var found = new List<(PolicyFile, CompiledText)>();
        foreach (var file in (await _book.ListAsync<PolicyFile>(organisation, cancel)).Select(kept => kept.Value).Where(isWanted))
        {
            if (file.InForceOn(day) is { } version && await FindAsync(organisation, version.Hash, cancel) is { Policy: not null } text)
            {
                found.Add((file, text));
            }
        }

        return found;
    }
}

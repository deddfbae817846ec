using System.Collections.Concurrent;
using Lanyard.Domain.Organisations;
using Lanyard.Policy.Compilation;
using Lanyard.Records;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Infrastructure;

/// <summary>Compiles texts of policies and keeps the compiled ones at hand. Safe to share between threads.</summary>
public sealed class PolicyShelf(RecordBook book)
{
    private const int MostKept = 500;
    private const int MostMarked = 100_000;

    // Compiled once for all organisations that keep the same text, but only for those: a hash alone opens nothing.
    private readonly ConcurrentDictionary<string, CompiledText> _byHash = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(OrganisationId, string), bool> _isKept = new();

    /// <summary>Compiles a text that may still change: nothing is kept.</summary>
    public static CompiledText Compile(string text)
    {
        var result = CompiledPolicy.Compile("policy.md", text.ReplaceLineEndings("\n"));
        return new(text, result, result.Policy is { } policy ? new(policy) : null, result.Policy is { } again ? new(again) : null);
    }

    /// <summary>A text that an organisation keeps; <see langword="null"/> if it keeps none with that hash.</summary>
    public async Task<CompiledText?> FindAsync(OrganisationId organisation, string hash, CancellationToken cancel)
    {
        if (_isKept.ContainsKey((organisation, hash)) && _byHash.TryGetValue(hash, out var known))
        {
            return known;
        }

        if (await book.FindAsync<PolicyText>(organisation, $"text/{hash}", cancel) is not { } kept)
        {
            return null;
        }

        if (_byHash.Count >= MostKept || _isKept.Count >= MostMarked)
        {
            _byHash.Clear(); // they are compiled again when they are asked for
            _isKept.Clear();
        }

        _isKept[(organisation, hash)] = true;
        return _byHash.GetOrAdd(hash, static (_, text) => Compile(text), kept.Value.Text);
    }

    /// <summary>A text that must be there, because something names its hash.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public async Task<CompiledText> GetAsync(OrganisationId organisation, string hash, CancellationToken cancel) =>
        await FindAsync(organisation, hash, cancel) ?? throw new InvalidOperationException($"Organisation {organisation} keeps no text {hash}. Run `lanyard verify`.");

    /// <summary>The policies in force on a day, of which a caller wants some, with their texts.</summary>
    public async Task<IReadOnlyList<(PolicyFile File, CompiledText Text)>> InForceAsync(OrganisationId organisation, DateOnly day, Func<PolicyFile, bool> isWanted, CancellationToken cancel)
    {
        var found = new List<(PolicyFile, CompiledText)>();
        foreach (var file in (await book.ListAsync<PolicyFile>(organisation, cancel)).Select(kept => kept.Value).Where(isWanted))
        {
            if (file.InForceOn(day) is { } version && await FindAsync(organisation, version.Hash, cancel) is { Policy: not null } text)
            {
                found.Add((file, text));
            }
        }

        return found;
    }
}

using System.Security.Cryptography;
using System.Text;
using Lanyard.Policy.Text;

namespace Lanyard.Policy.Binding.Statements;

/// <summary>Where a statement comes from.</summary>
/// <param name="Clause">The number of its clause.</param>
/// <param name="Ordinal">Its place among the statements of the clause, counted from one.</param>
/// <param name="Where">Where it stands.</param>
/// <param name="Text">The statement on one line.</param>
public sealed record StatementSource(string Clause, int Ordinal, SourceSpan Where, string Text)
{
    private const int MarkBytes = 6;

    /// <summary>A name for the statement within its policy: the clause, and its place in the clause.</summary>
    public string Id { get; } = $"{Clause}#{Ordinal}";

    /// <summary>A name that it keeps from version to version, as long as its clause and its words stay: what was recorded about it holds for it then.</summary>
    public string Mark { get; } = $"{Clause}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)).AsSpan(0, MarkBytes))}";
}

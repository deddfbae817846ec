using Lanyard.Policy.Binding.Scenarios;

namespace Lanyard.Decisions.Scenarios;

/// <summary>One thing that an answer says, in the form in which scenarios expect it.</summary>
internal sealed record Finding(ExpectationKind Kind, string Word, string? Clause, string? Statement, string Detail)
{
    public override string ToString()
    {
        var by = Clause is null ? "" : $" by {Clause}";
        return Detail.Length == 0 ? $"{Word}{by}" : $"{Word}{by}: {Detail}";
    }
}

namespace Lanyard.Domain.People;

/// <summary>A pupil's number in England's schools: a check letter and twelve characters.</summary>
/// <remarks>
/// The check letter stands in the alphabet without I, O and S at the sum of every further character times its
/// position (2 to 13), modulo 23. The last character is a digit, or a letter in a temporary number; a letter counts as
/// its place in that alphabet. Source: the government data standard "Unique Pupil Number" 2.0.
/// </remarks>
public readonly record struct UniquePupilNumber
{
    private const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private const int Length = 13;

    private UniquePupilNumber(string value) => Value = value;

    /// <summary>The thirteen characters.</summary>
    public string Value { get; }

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text, in any case, with or without spaces around it.</param>
    /// <param name="number">The number.</param>
    /// <param name="problem">What is wrong with it and how to put it right.</param>
    public static bool TryParse(string text, out UniquePupilNumber number, out string problem)
    {
        number = default;
        var value = text.Trim().ToUpperInvariant();
        if (value.Length != Length)
        {
            problem = $"A UPN has 13 characters; this one has {value.Length}.";
            return false;
        }

        var last = Letters.IndexOf(value[^1], StringComparison.Ordinal);
        if (value.AsSpan(1, Length - 2).ContainsAnyExceptInRange('0', '9') || (!char.IsAsciiDigit(value[^1]) && last < 0))
        {
            problem = "A UPN is a letter, eleven digits, and a digit or a letter.";
            return false;
        }

        var expected = CheckLetter(value);
        number = new(value);
        problem = value[0] == expected ? "" : $"The check letter of this UPN should be {expected}, not {value[0]}. One of its characters is mistyped.";
        return problem.Length == 0;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static char CheckLetter(string value)
    {
        var sum = 0;
        for (var at = 1; at < Length; at++)
        {
            var worth = char.IsAsciiDigit(value[at]) ? value[at] - '0' : Letters.IndexOf(value[at], StringComparison.Ordinal);
            sum += worth * (at + 1);
        }

        return Letters[sum % Letters.Length];
    }
}

namespace Lanyard.Web.Api.Problems;

/// <summary>A kind of problem.</summary>
/// <param name="Code">Its name, which does not change.</param>
/// <param name="Status">The status that it is answered with.</param>
/// <param name="Title">It in words.</param>
/// <param name="Meaning">What to do about it.</param>
public sealed record ApiProblem(string Code, int Status, string Title, string Meaning)
{
    /// <summary>The answer that tells it.</summary>
    internal ProblemResult Because(string detail) => new(new($"{ApiProblems.Address}/{Code}", Code, Title, Status, detail));

    /// <summary>The answer that tells it, with everything that is wrong by field.</summary>
    internal ProblemResult Because(string detail, IEnumerable<(string Field, string Text)> errors) =>
        new(Because(detail).Answer with { Errors = errors.GroupBy(error => error.Field).ToDictionary(field => field.Key, IReadOnlyList<string> (field) => [.. field.Select(error => error.Text).Distinct()]) });
}

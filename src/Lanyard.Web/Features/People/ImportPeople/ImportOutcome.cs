using System.Collections.Immutable;
using Lanyard.Workflows.People.Import;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>What came of a file.</summary>
/// <param name="At">When it was imported.</param>
/// <param name="Added">How many were added.</param>
/// <param name="Changed">How many were changed.</param>
/// <param name="Left">How many were recorded as having left.</param>
/// <param name="Unchanged">How many stayed as they were.</param>
/// <param name="Problems">The lines that were left out, for their errors.</param>
/// <param name="Waiting">The lines that were left out, since nobody had answered what was asked about them.</param>
/// <param name="LinesLeftOut">How many lines that is.</param>
public sealed record ImportOutcome(
    DateTimeOffset At, int Added, int Changed, int Left, int Unchanged, ImmutableArray<ImportProblem> Problems,
    ImmutableArray<ImportProblem> Waiting,
    int LinesLeftOut)
{
    /// <summary>What comes of a plan.</summary>
    public static ImportOutcome Of(ImportPlan plan, DateTimeOffset at) => new(
        at, plan.Joins.Length, plan.Changes.Length, plan.Leavers.Length, plan.Unchanged, plan.Problems,
        [
            .. plan.Questions.Where(question => question.Waits)
                .Select(question =>
                new ImportProblem(
                question.Line, $"{question.Name} may be {question.Candidate.Name}, who is known already",
                "Import the file again and say whether it is the same person.")),
            .. plan.Titles.Select(
                title => new ImportProblem(
                title.FirstLine, $"`{title.Text}` was not said to be a role. {title.Count} waited for it",
                "Import the file again and say which role it is.")),
        ],
        plan.Problems.Select(problem => problem.Line).Distinct().Count() + plan.Waiting);
}

using Lanyard.Domain.Situations;

namespace Lanyard.Web.Features.Ask;

/// <summary>Where somebody stands with their question.</summary>
/// <param name="Situation">What is known.</param>
/// <param name="Answers">What the policies say of it.</param>
/// <param name="Given">What was asked and answered so far, in order.</param>
/// <param name="Open">What is asked next; <see langword="null"/> once nothing more is.</param>
public sealed record WayThrough(
    Situation Situation,
    IReadOnlyList<PolicyAnswer> Answers,
    IReadOnlyList<GivenAnswer> Given,
    AskedQuestion? Open);

namespace Lanyard.Benchmarks;

/// <summary>How large an installation is.</summary>
/// <param name="Organisations">How many organisations.</param>
/// <param name="People">How many people in each.</param>
/// <param name="Answers">How many answers in each.</param>
internal sealed record Size(int Organisations, int People, int Answers)
{
    public int Records => Organisations * (People + Answers);
}

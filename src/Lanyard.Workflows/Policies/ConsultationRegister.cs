using System.Globalization;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Policies;

/// <summary>The answers to consultations, oldest first.</summary>
public sealed class ConsultationRegister : Register<ConsultationResponse>
{
    /// <inheritdoc/>
    public override string Name => "response";

    /// <summary>How the answers about a policy are found.</summary>
    public static string PolicyTerm(PolicyId policy) => $"policy={policy}";

    /// <inheritdoc/>
    protected override ConsultationResponse? After(ConsultationResponse? row, Happening happening) => happening.Event switch
    {
        ConsultationAnswered answered => new(answered.Response, answered.Policy, answered.Hash, answered.Group, answered.Person, answered.Content?.Text, happening.At),
        _ => row,
    };

    /// <inheritdoc/>
    protected override string Sort(ConsultationResponse row) => row.At.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override IEnumerable<string> Terms(ConsultationResponse row) => [PolicyTerm(row.Policy)];
}

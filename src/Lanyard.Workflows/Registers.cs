using System.Collections.Immutable;
using Lanyard.Workflows.Acceptances;
using Lanyard.Workflows.Access;
using Lanyard.Workflows.Access.Cases;
using Lanyard.Workflows.Asking;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.Organisations.Checkpoints;
using Lanyard.Workflows.Organisations.Help;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Workflows;

/// <summary>The registers there are.</summary>
public static class Registers
{
    /// <summary>Every register.</summary>
    public static ImmutableArray<IRegister> All { get; } =
    [
        new OrganisationRegister(), new SchoolRegister(), new HelpRegister(), new CheckpointRegister(),
        new PersonRegister(), new AccessRegister(),
        new PolicyFileRegister(), new PolicyTextRegister(), new ConsultationRegister(),
        new AcceptanceRegister(), new DecisionRegister(),
        new CaseGrantRegister(), new CaseReadingRegister(),
    ];
}

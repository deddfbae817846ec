using Lanyard.Domain.People;
using Lanyard.Domain.Policies;

namespace Lanyard.Workflows.Notices;

/// <summary>Tells somebody that something waits for them.</summary>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Policy">The policy it is about; <see langword="null"/> if it is about none.</param>
/// <param name="Key">Its name, which is the same whenever it is planned again.</param>
/// <param name="Address">Where it waits, within the application.</param>
/// <param name="Text">What to say. It holds the title of a policy and days: no name, no answer, no text of a policy.</param>
public sealed record Notice(PersonId Recipient, NoticeKind Kind, PolicyId? Policy, string Key, string Address, string Text);

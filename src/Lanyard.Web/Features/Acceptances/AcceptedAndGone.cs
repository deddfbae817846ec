using Lanyard.Workflows.People;

namespace Lanyard.Web.Features.Acceptances;

/// <summary>Somebody who accepted a version and is not asked any more, most often because they left.</summary>
/// <param name="Person">Who, as they are now.</param>
/// <param name="Name">The name under which they accepted.</param>
/// <param name="At">When they accepted.</param>
public sealed record AcceptedAndGone(Person Person, string Name, DateTimeOffset At);

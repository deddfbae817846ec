namespace Lanyard.Web.Infrastructure;

/// <summary>Says on a page, or on what a page does, that a person must have proved a few minutes ago that it is still
/// they who sit there.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsFreshProofAttribute : Attribute;

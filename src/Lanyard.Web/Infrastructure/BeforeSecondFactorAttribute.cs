namespace Lanyard.Web.Infrastructure;

/// <summary>Says on a page that it is open to whoever must set up a second factor before anything else.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeSecondFactorAttribute : Attribute;

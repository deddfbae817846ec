namespace Lanyard.Web.Infrastructure;

/// <summary>An item of the menu.</summary>
public sealed record MenuItem(string Address, string Text, Permission Permission);

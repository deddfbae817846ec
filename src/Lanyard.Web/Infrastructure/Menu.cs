namespace Lanyard.Web.Infrastructure;

/// <summary>The menu, which shows only what a person may do.</summary>
public static class Menu
{
    private static readonly MenuItem[] Items =
    [
        new("/", "Home", Permission.BeHere),
        new("/ask", "May I?", Permission.BeHere),
        new("/policies", "Policies", Permission.BeHere),
        new("/people", "People", Permission.ManagePeople),
        new("/evidence", "Evidence", Permission.SeeEvidence),
        new("/organisation", "Organisation", Permission.ManageOrganisation),
    ];

    /// <summary>The items for somebody.</summary>
    public static IEnumerable<MenuItem> For(Who who) => Items.Where(item => who.MaySomewhere(item.Permission));
}

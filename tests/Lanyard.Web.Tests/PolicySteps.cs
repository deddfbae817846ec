using Lanyard.Domain.Calendar;
using Shouldly;

namespace Lanyard.Web.Tests;

/// <summary>The way of a policy into force, through the pages.</summary>
public static class PolicySteps
{
    /// <summary>Brings a policy of the library in and puts it in force today.</summary>
    /// <returns>The address of the policy.</returns>
    public static async Task<string> FromLibraryAsync(Visitor lead, string name)
    {
        await lead.OpenAsync("/policies/new");
        lead.TickOnly("Library", name);
        await lead.PressAsync("Make a draft");
        lead.Text.ShouldContain("examples come out as the text says");
        var address = lead.Address.ToString().Replace("/edit", "", StringComparison.Ordinal);
        await PutInForceAsync(lead, address);
        return address;
    }

    /// <summary>Makes a draft out of a text; whom it is for is chosen from the list.</summary>
    /// <returns>The address of the policy.</returns>
    public static async Task<string> FromTextAsync(Visitor lead, string whom, string text)
    {
        await lead.OpenAsync("/policies/new");
        lead.Tick("An empty text");
        lead.Select("Whom is it for?", whom);
        await lead.PressAsync("Make a draft");
        var address = lead.Address.ToString().Replace("/edit", "", StringComparison.Ordinal);
        lead.Fill("The text of the draft", text);
        await lead.PressAsync("Save the draft");
        return address;
    }

    /// <summary>Has a draft ratified and puts it in force today.</summary>
    public static async Task PutInForceAsync(Visitor lead, string address)
    {
        await lead.OpenAsync($"{address}/ratify");
        lead.Fill("Who ratified it?", "governing body");
        lead.FillDate("On", UkTime.DayOf(DateTimeOffset.UtcNow));
        lead.Fill("Minute reference", "Full governors, item 4");
        await lead.PressAsync("Record the ratification");
        await lead.OpenAsync($"{address}/in-force");
        await lead.PressAsync("Put it in force");
        lead.Text.ShouldContain("The policy is in force from");
    }
}

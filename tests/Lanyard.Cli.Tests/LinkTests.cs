using System.Text.RegularExpressions;
using Lanyard.Web.Demonstration;
using Shouldly;

namespace Lanyard.Cli.Tests;

/// <summary>The people who run the server let a locked-out administrator in again.</summary>
public sealed partial class LinkTests
{
    private const string Lead = "lead@demo.example";
    private const string NewPassword = "quiet marble tractor";

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("lanyard-link-").FullName, "data");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_MadeWhileServing_LetsItsOwnerIn_OnceOnly_AndIsRecorded()
    {
        using var served = await ServedProgram.StartAsync(_folder, isDemo: true, Cancel);
        var (code, output) = await ServeTests.RunAsync(
            "link", "LEAD@demo.example", "--data", _folder, "--public-url", served.Address);
        code.ShouldBe(0, output);
        var path = new Uri(Address().Match(output).Value).AbsolutePath;
        output.ShouldContain($"  {served.Address}/link/");

        (await SetPasswordAsync(served.Address, path)).ShouldContain("Sign out");
        (await SetPasswordAsync(served.Address, path)).ShouldContain("does not work any more");
        (await SignInAsync(served.Address, DemonstrationTrust.Password)).ShouldNotContain("Sign out");
        (await SignInAsync(served.Address, NewPassword, "account")).ShouldContain("A sign-in link was made for you on the server");
        (await ServeTests.RunAsync("verify", "--data", _folder)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Link_WithTheSecondFactorReset_TakesTheLostDevice()
    {
        using (await ServedProgram.StartAsync(_folder, isDemo: true, Cancel))
        {
            // It fills the folder.
        }

        var (code, output) = await ServeTests.RunAsync("link", Lead, "--data", _folder, "--reset-second-factor");
        code.ShouldBe(0, output);
        output.ShouldContain("http://localhost:5080/link/");
    }

    [Fact]
    public async Task Link_ForNobody_OrWithoutRecords_SaysSo()
    {
        var (code, output) = await ServeTests.RunAsync("link", Lead, "--data", _folder);
        (code, output).ShouldBe((2, $"lanyard: {Path.Combine(_folder, "lanyard.db")} is not there. Name the folder with --data.\n"));
        Directory.Exists(_folder).ShouldBeFalse();
        using (await ServedProgram.StartAsync(_folder, isDemo: true, Cancel))
        {
            // It fills the folder.
        }

        (code, output) = await ServeTests.RunAsync("link", "stranger@demo.example", "--data", _folder);
        code.ShouldBe(2);
        output.ShouldContain("Nobody who is here has the address stranger@demo.example");
    }

    [GeneratedRegex(@"http\S+/link/\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();

    private static async Task<string> SetPasswordAsync(string address, string path)
    {
        using var client = Client(address);
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);
        return page.Contains("Choose a password", StringComparison.Ordinal)
            ? await PostAsync(client, path, ("Password", NewPassword), ("Again", NewPassword)) : page;
    }

    private static async Task<string> SignInAsync(string address, string password, string? then = null)
    {
        using var client = Client(address);
        var page = await PostAsync(client, "sign-in", ("Email", Lead), ("Password", password));
        return then is null ? page : await client.GetStringAsync(new Uri(then, UriKind.Relative), Cancel);
    }

    private static HttpClient Client(string address) => new(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = new(address) };

    private static async Task<string> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var form = await ServeTests.FieldsAsync(client, path, Cancel);
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        using var content = new FormUrlEncodedContent(form);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}

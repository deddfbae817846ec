using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace Lanyard.Cli.Tests;

public sealed partial class ServeTests
{
    private const int Kills = 6;
    private const int Writers = 4;

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("lanyard-serve-").FullName, "data");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_WhenEmpty_PrintsALinkForTheFirstAdministrator_AndIsHealthy()
    {
        using var served = await ServedProgram.StartAsync(_folder, isDemo: false, Cancel);
        using var client = new HttpClient { BaseAddress = new(served.Address) };

        (await client.GetStringAsync(new Uri("/health", UriKind.Relative), Cancel)).ShouldBe("healthy");
        (await client.GetStringAsync(new Uri("/ready", UriKind.Relative), Cancel)).ShouldBe("ready");
        served.Address.ShouldStartWith("http://localhost:"); // a number would make no passkey
        var link = FirstLink().Match(served.Welcome).Value;
        (await client.GetStringAsync(new Uri(link), Cancel)).ShouldContain("Name of the trust, school or company");
        using var guess = await client.GetAsync(new Uri("/first/guess", UriKind.Relative), Cancel);
        (await guess.Content.ReadAsStringAsync(Cancel)).ShouldContain("does not work any more");
    }

    [Fact]
    public async Task Kill_UnderLoad_LosesNothingAcknowledged_AndTheRecordHolds()
    {
        using (await ServedProgram.StartAsync(_folder, isDemo: true, Cancel))
        {
            // It fills the folder.
        }

        var founding = await EntriesAsync();
        var acknowledged = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var served = await ServedProgram.StartAsync(_folder, isDemo: true, Cancel);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var done = new ConcurrentQueue<int>();
            var writers = Enumerable.Range(0, Writers)
                .Select(writer => AddPeopleAsync(served.Address, () => done.Enqueue(writer), stop.Token)).ToArray();
            while (done.Count < 4 + kill)
            {
                // Somebody who stops before the server is killed was refused, or found no form: nothing would ever be
                // answered.
                Array.Exists(writers, writer => writer.IsCompleted)
                    .ShouldBeFalse("Somebody gave up while the server was up.");
                await Task.Delay(1, Cancel);
            }

            await Task.Delay(kill * 7, Cancel); // each time at another moment of a write
            await served.KillAsync(Cancel);
            await stop.CancelAsync();
            await Task.WhenAll(writers);
            acknowledged += done.Count;

            var written = await EntriesAsync() - founding;
            written.ShouldBeGreaterThanOrEqualTo(acknowledged);
            // written, and killed before the answer was on its way
            written.ShouldBeLessThanOrEqualTo(acknowledged + ((kill + 1) * Writers));
        }

        acknowledged.ShouldBeGreaterThan(Kills * 3);
    }

    [Fact]
    public async Task Backup_WhileServing_IsRestoredWhole_ElsewhereOnly()
    {
        var (backup, restored) = (_folder + "-backup", _folder + "-restored");
        using (await ServedProgram.StartAsync(_folder, isDemo: true, Cancel))
        {
            (await RunAsync("backup", backup, "--key-copy", Path.Combine(backup, "master.key"), "--data",
                _folder)).Code.ShouldBe(0);
            // it never overwrites
            (await RunAsync("backup", backup, "--key-copy", Path.Combine(backup, "master.key"), "--data",
            _folder)).Code.ShouldBe(2);
        }

        var (code, output) = await RunAsync("restore", backup, "--data", restored);
        code.ShouldBe(0, output);
        output.ShouldContain("whole");
        (await RunAsync("restore", backup, "--data", restored)).Code.ShouldBe(2); // nor does it restore over anything
        (await RunAsync("verify", "--data", restored)).Output.ShouldBe((await RunAsync("verify", "--data", _folder)).Output);
        using var served = await ServedProgram.StartAsync(restored, isDemo: true, Cancel);
        using var client = new HttpClient { BaseAddress = new(served.Address) };
        (await client.GetStringAsync(new Uri("/public", UriKind.Relative), Cancel)).ShouldContain("Lantern Schools Trust");
    }

    [Fact]
    public async Task Verify_SaysPlainlyWhatIsBroken_AndRestoreTakesNoneOfIt()
    {
        var (backup, restored) = (_folder + "-backup", _folder + "-restored");
        using (await ServedProgram.StartAsync(_folder, isDemo: true, Cancel))
        {
            (await RunAsync("backup", backup, "--key-copy", Path.Combine(backup, "master.key"), "--data",
                _folder)).Code.ShouldBe(0);
        }

        var file = Path.Combine(backup, "lanyard.db");
        var whole = await File.ReadAllBytesAsync(file, Cancel);
        var head = Head().Match((await RunAsync("verify", "--data", _folder)).Output).Groups["head"].Value;
        (await RunAsync("verify", "--data", _folder, "--head", head)).Code.ShouldBe(0);
        await ShouldFailAsync("No chain holds the entry", "--head", new string('0', 64));
        await DamageAsync("DROP TRIGGER entry_is_never_changed; UPDATE entry SET sealed = CAST(hex(sealed) AS TEXT) WHERE sealed IS NOT NULL", "broken at entry ");
        await DamageAsync("UPDATE row SET body = 'AAAA' WHERE register = 'key'", "which cannot be opened any more");
        await DamageAsync("DROP TRIGGER entry_is_never_removed; DELETE FROM entry; DELETE FROM term; DELETE FROM row WHERE organisation <> '00000000000000000000000000000000'", "but no organisation has any entry");
        await BreakAsync(bytes => bytes[..(bytes.Length / 2)]);
        await BreakAsync(bytes => [.. bytes[..(bytes.Length / 8192 * 4096)], .. RandomNumberGenerator.GetBytes(4096), .. bytes[((bytes.Length / 8192 * 4096) + 4096)..]]);

        Directory.Exists(restored).ShouldBeFalse();
        await File.WriteAllBytesAsync(file, whole, Cancel);
        (await RunAsync("restore", backup, "--data", restored)).Code.ShouldBe(0); // what failed before left nothing in the way

        async Task DamageAsync(string sql, string said)
        {
            await File.WriteAllBytesAsync(file, whole, Cancel);
            await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                await connection.OpenAsync(Cancel);
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                await command.ExecuteNonQueryAsync(Cancel);
            }

            await ShouldFailAsync(said);
        }

        async Task BreakAsync(Func<byte[], byte[]> damage)
        {
            await File.WriteAllBytesAsync(file, damage(whole), Cancel);
            await ShouldFailAsync("The file of the records is damaged");
        }

        async Task ShouldFailAsync(string said, params string[] more)
        {
            var (code, output) = await RunAsync(["verify", "--data", backup, .. more]);
            code.ShouldBe(1, output);
            output.ShouldContain(said);
            if (more.Length == 0)
            {
                (await RunAsync("restore", backup, "--data", restored)).Code.ShouldBe(1);
            }
        }
    }

    [GeneratedRegex("head (?<head>[0-9a-f]{64})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [Theory]
    [InlineData("verify")]
    [InlineData("backup", "somewhere")]
    [InlineData("restore", "nowhere")]
    public async Task Commands_WithoutRecords_SayWhatIsMissing(params string[] command)
    {
        var (code, output) = await RunAsync([.. command, "--data", _folder]);

        code.ShouldBe(2);
        output.ShouldStartWith("lanyard: ");
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("http://")]
    [InlineData("ftp://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:5080/school")]
    [InlineData("http://127.0.0.1:0;foo")]
    public async Task Serve_WithAWrongAddress_SaysSoInOneSentence_AndMakesNothing(string urls)
    {
        var (code, output) = await RunAsync("serve", "--data", _folder, "--urls", urls);

        code.ShouldBe(2);
        output.Trim().ShouldMatch("^lanyard: `.*` is not an address to listen on\\. Give --urls one such as http://127\\.0\\.0\\.1:5080\\.$");
        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", null, "Other machines reach http://0.0.0.0:0, so say with --public-url")]
    [InlineData("http://127.0.0.1:0", "https://school.example/lanyard", "Give --public-url one such as")]
    public async Task Serve_WithoutTheAddressOfPeople_SaysSo_AndMakesNothing(string urls, string? publicUrl, string says)
    {
        string[] named = publicUrl is null ? [] : ["--public-url", publicUrl];
        var (code, output) = await RunAsync(["serve", "--data", _folder, "--urls", urls, .. named]);

        code.ShouldBe(2);
        output.ShouldContain(says);
        Directory.Exists(_folder).ShouldBeFalse();
    }

    // Verified, every one of them, and the registers with them.
    private async Task<long> EntriesAsync()
    {
        var (code, output) = await RunAsync("verify", "--data", _folder, "--json");
        code.ShouldBe(0, output);
        using var json = JsonDocument.Parse(output);
        json.RootElement[0].GetProperty("differing").GetArrayLength().ShouldBe(0);
        return json.RootElement[0].GetProperty("entries").GetInt64();
    }

    // Signs in as the computing lead, and adds one person after another.
    private static async Task AddPeopleAsync(string address, Action added, CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = new(address) };
        try
        {
            var signIn = await FieldsAsync(client, "sign-in", stop);
            signIn["Email"] = "lead@demo.example";
            signIn["Password"] = Web.Demonstration.DemonstrationTrust.Password;
            (await PostAsync(client, "sign-in", signIn, stop)).ShouldContain("Sign out");
            var person = await FieldsAsync(client, "people/new", stop);
            (person["Held[0].Role"], person["Held[0].Place"]) = ("teacher", "whole");
            while (!stop.IsCancellationRequested)
            {
                person["FullName"] = $"Robin Moss {Guid.NewGuid():N}";
                person["Email"] = $"{Guid.NewGuid():N}@demo.example";
                if ((await PostAsync(client, "people/new", person, stop))
                    .Contains(person["FullName"], StringComparison.Ordinal))
                {
                    added();
                }
            }
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException or IOException)
        {
            // The server was killed: what it had answered is counted.
        }
    }

    // Signs in as the computing lead, and adds one person.
    internal static async Task AddPersonAsync(string address, CancellationToken stop)
    {
        using var once = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await AddPeopleAsync(address, once.Cancel, once.Token);
    }

    internal static async Task<Dictionary<string,
        string>> FieldsAsync(HttpClient client, string path, CancellationToken stop) =>
        Hidden().Matches(await client.GetStringAsync(new Uri(path, UriKind.Relative), stop))
            .DistinctBy(match => match.Groups["name"].Value)
            .ToDictionary(match => match.Groups["name"].Value,
                match => WebUtility.HtmlDecode(match.Groups["value"].Value), StringComparer.Ordinal);

    private static async Task<string> PostAsync(HttpClient client, string path, Dictionary<string, string> fields,
        CancellationToken stop)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), form, stop);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(stop);
    }

    internal static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Commands.CheckCommand).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var program = Process.Start(start)!; // dotnet runs this very test
        var errors = program.StandardError.ReadToEndAsync(Cancel);
        var output = await program.StandardOutput.ReadToEndAsync(Cancel);
        await program.WaitForExitAsync(Cancel);
        return (program.ExitCode, output + await errors);
    }

    [GeneratedRegex(@"http\S+/first/\S+", RegexOptions.None, 1000)]
    private static partial Regex FirstLink();

    [GeneratedRegex("name=\"(?<name>__RequestVerificationToken)\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}

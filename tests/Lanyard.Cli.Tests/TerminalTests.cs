using System.Net;
using System.Net.Sockets;
using Shouldly;

namespace Lanyard.Cli.Tests;

/// <summary>What a person at a terminal meets first: a slip of the finger, no command at all, colours, a port in use.</summary>
public sealed class TerminalTests
{
    private const string Question = "A teacher accepts a connection request from a former pupil on a personal account.";

    [Theory]
    [InlineData("chek", "lanyard: there is no command `chek`. Did you mean `check`?")]
    [InlineData("vocabluary", "lanyard: there is no command `vocabluary`. Did you mean `vocabulary`?")]
    [InlineData("--hlep", "lanyard: there is no option `--hlep`. Did you mean `--help`?")]
    [InlineData("zzz", "lanyard: there is no command `zzz`.")]
    public async Task ASlipOfTheFinger_IsMet_WithWhatWasMeant(string typed, string expected)
    {
        var (code, _, error) = await CalledProgram.RunAsync(typed);

        code.ShouldBe(2);
        error.Split('\n')[0].ShouldBe(expected);
        error.ShouldContain("Try: lanyard --help");
    }

    [Fact]
    public async Task ASlipInAnOptionOfACommand_IsMet_WithWhatWasMeant()
    {
        var (code, _, error) = await CalledProgram.RunAsync("check", "policies/bctg.md", "--tody", "2026-11-21");

        code.ShouldBe(2);
        error.ShouldStartWith("lanyard: there is no option `--tody`. Did you mean `--today`?\n");
        error.ShouldContain("Try: lanyard check --help");
    }

    [Fact]
    public async Task NoCommand_ShowsWhatThereIs()
    {
        var (code, _, error) = await CalledProgram.RunAsync();

        code.ShouldBe(2);
        error.ShouldStartWith("lanyard: name a command.\n");
        error.ShouldContain("  check ");
        error.ShouldContain("  serve ");
    }

    [Fact]
    public async Task Colours_StandOnATerminalOnly_OrWhereAsked()
    {
        string[] call = ["decide", "policies/beam-trust.md", Question];
        (await CalledProgram.RunAsync(call)).Out.ShouldNotContain("\u001b[");

        var painted = (await CalledProgram.RunAsync(call, "", ("FORCE_COLOR", "1"))).Out;
        painted.ShouldContain("\u001b[1;31mProhibited\u001b[0m, by 3.11.");
        painted.ShouldContain("\u001b[1mBecause\u001b[0m:");
    }

    [Fact]
    public async Task APortInUse_IsOneLine_WithAWayOut()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var folder = Directory.CreateTempSubdirectory("lanyard-port-").FullName;

        var (code, output, error) = await CalledProgram.RunAsync("serve", "--data", folder, "--urls", $"http://127.0.0.1:{port}");

        code.ShouldBe(2);
        (output + error).Trim().ShouldBe(
            $"lanyard: http://127.0.0.1:{port} is in use by another program. Stop that one, or give --urls another address, such as http://127.0.0.1:{port + 1}.");
    }
}

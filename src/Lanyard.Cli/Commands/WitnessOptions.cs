using System.CommandLine;
using Lanyard.Cli.Output;
using Lanyard.Records.Checkpoints;
using Lanyard.Web.Features.Checkpoints.Witnessing;

namespace Lanyard.Cli.Commands;

/// <summary>The options about witnesses: those that sign for us, and those we sign for.</summary>
internal sealed class WitnessOptions
{
    private const string ItsName = "--witness";
    private const string Where = "Give the address and the key of the witness with a space between them, such as "
        + "\"https://witness.example/witness lanyard-witness/0123456789abcdef+01234567+BASE64\". The address begins with "
        + "https, or is on this machine.";

    private readonly Option<string[]> _witnesses = Witnesses();
    private readonly Option<string[]> _witnessed = Make("--witness-for", "LANYARD_WITNESS_FOR",
        "The key of a record elsewhere whose checkpoints this server signs as a witness; may be given several times.",
        "KEY");

    /// <summary>The option that names witnesses.</summary>
    public static Option<string[]> Witnesses() => Make(ItsName, "LANYARD_WITNESS",
        "The address and the key of a server that signs the checkpoints of these records, with a space between them; may "
        + "be given several times.", "\"URL KEY\"");

    public void AddTo(Command command)
    {
        command.Options.Add(_witnesses);
        command.Options.Add(_witnessed);
    }

    /// <summary>The witnesses that sign for us.</summary>
    /// <exception cref="Misuse">One of them is not named as it must be.</exception>
    public IReadOnlyList<Witness> ReadWitnesses(ParseResult parsed) => Read(parsed.GetValue(_witnesses) ?? []);

    /// <summary>The keys of those we sign for.</summary>
    /// <exception cref="Misuse">One of them is not a key.</exception>
    public IReadOnlyList<NoteKey> ReadWitnessed(ParseResult parsed) => [.. (parsed.GetValue(_witnessed) ?? []).Select(text =>
        NoteKey.TryRead(text, out var key) && key.Kind == NoteKeyKind.Log ? key
            : throw new Misuse($"`{text}` is not the key of a record. It stands on the page of checkpoints there."))];

    /// <summary>Reads witnesses.</summary>
    /// <exception cref="Misuse">One of them is not named as it must be.</exception>
    public static IReadOnlyList<Witness> Read(IEnumerable<string> texts) => [.. texts.Select(text =>
        Witness.TryRead(text, out var witness) ? witness : throw new Misuse($"`{text}` is not a witness. {Where}"))];

    private static Option<string[]> Make(string name, string variable, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(variable)?.Split(';',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
    };
}

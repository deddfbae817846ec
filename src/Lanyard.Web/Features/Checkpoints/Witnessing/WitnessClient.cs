using System.Globalization;
using System.Net;
using System.Text;
using Lanyard.Records.Checkpoints;
using Lanyard.Records.Tree;

namespace Lanyard.Web.Features.Checkpoints.Witnessing;

/// <summary>Asks witnesses to sign checkpoints (C2SP tlog-witness).</summary>
public sealed class WitnessClient : IDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private const int Tries = 3; // the first tells what the witness knows

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A witness that sends elsewhere is not the one that was named.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <summary>Asks a witness to sign.</summary>
    /// <param name="witness">The witness.</param>
    /// <param name="note">The checkpoint.</param>
    /// <param name="proofs">Proves that the record only grew.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<WitnessOutcome> AskAsync(Witness witness, SignedNote note, TreeProver proofs,
        CancellationToken cancel)
    {
        if (!Checkpoint.TryRead(note.Text, out var checkpoint))
        {
            throw new ArgumentException("The note is no checkpoint.", nameof(note));
        }

        var (old, outcome) = (0L, new WitnessOutcome(WitnessFinding.NotReached));
        for (var left = Tries; left > 0; left--)
        {
            var proof = await proofs.ConsistencyAsync(old, checkpoint.Size, cancel);
            outcome = await PostAsync(witness, new(old, proof, note), cancel);
            if (outcome.Finding != WitnessFinding.KnowsMore || outcome.Size is not { } known || known > checkpoint.Size)
            {
                return outcome;
            }

            if (known == old)
            {
                return outcome with { Finding = WitnessFinding.KnowsOther };
            }

            old = known;
        }

        return outcome with { Finding = WitnessFinding.NotReached };
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<WitnessOutcome> PostAsync(Witness witness, WitnessRequest request, CancellationToken cancel)
    {
        try
        {
            using var body = new StringContent(request.ToString(), new UTF8Encoding(false), "text/plain");
            var address = new Uri($"{witness.Address.ToString().TrimEnd('/')}/add-checkpoint");
            using var response = await _http.PostAsync(address, body, cancel);
            var answer = await response.Content.ReadAsStringAsync(cancel);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => Read(witness, request.Note, answer),
                HttpStatusCode.Conflict when Size(answer) is { } size => new(WitnessFinding.KnowsMore, Size: size),
                HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => new(WitnessFinding.KnowsOther),
                HttpStatusCode.NotFound or HttpStatusCode.Forbidden => new(WitnessFinding.NotKnown),
                _ => new(WitnessFinding.NotReached),
            };
        }
        catch (Exception problem) when (problem is HttpRequestException or InvalidOperationException
            || (problem is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new(WitnessFinding.NotReached);
        }
    }

    // What others signed as well is passed over; a signature that does not hold is none.
    private static WitnessOutcome Read(Witness witness, SignedNote note, string answer) =>
        SignedNote.ReadLines(answer.TrimEnd('\n').Split('\n'))
            ?.FirstOrDefault(signature => witness.Key.IsSigned(note.Text, signature)) is { } signed
            ? new(WitnessFinding.HasSigned, signed) : new(WitnessFinding.NotReached);

    private static long? Size(string answer) => long.TryParse(answer.TrimEnd('\n'), NumberStyles.None,
        CultureInfo.InvariantCulture, out var size) ? size : null;
}

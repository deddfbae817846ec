using System.Text;
using System.Text.Json;
using Lanyard.Decisions;
using Lanyard.Decisions.Situations;
using Lanyard.Domain.Organisations;
using Lanyard.Policy.Compilation;
using Lanyard.Records;
using Lanyard.Records.Storage;
using Lanyard.Web.Infrastructure;
using Lanyard.Workflows;
using Lanyard.Workflows.Asking;

namespace Lanyard.Web.Features.Ask;

/// <summary>Keeps answers, so that they can be replayed; of those given in public only how many they were. Never the
/// words of the question: they may name a child.</summary>
public sealed class AnswerBook(RecordBook book, PublicQuestions inPublic, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>Keeps what the policies answered, and what else is kept in the same transaction.</summary>
    public Task KeepAsync(OrganisationId organisation, Who? who, IEnumerable<PolicyAnswer> answers, CancellationToken cancel, Func<IRecordTransaction, Task>? also = null)
    {
        if (http.HttpContext?.User.Identity?.IsAuthenticated != true)
        {
            // Anybody could fill the record otherwise. The strictest of the answers holds.
            foreach (var verdict in answers.Select(answer => answer.Decision.Verdict).OrderDescending().Take(1))
            {
                inPublic.Count(organisation, verdict.InWords());
            }

            return Task.CompletedTask;
        }

        Event[] events = [.. answers.Select(answer => new DecisionGiven(
            Guid.CreateVersion7(clock.GetUtcNow()), answer.File.Id, answer.Text.Hash, who?.Id, Situation(answer), answer.Decision.Verdict.InWords(),
            [.. answer.Decision.Clauses.Concat(answer.Decision.Duties.Where(duty => duty.IsCertain).Select(duty => duty.Clause)).Distinct()])
        {
            Statements = [.. Statements(answer)],
        })];
        return book.WriteAsync(organisation, new(who?.Id), events, new Dictionary<string, long>(), cancel, also);
    }

    // What decided, what must be done, what was said beside it, and what made the policy apply.
    private static IEnumerable<string> Statements(PolicyAnswer answer)
    {
        var decision = answer.Decision;
        IEnumerable<string> names =
        [
            .. decision.Because.Where(reason => reason.Part == ReasonPart.Decides).Select(reason => reason.Statement),
            .. decision.Duties.Where(duty => duty.IsCertain).Select(duty => duty.Statement),
            .. decision.Scopes.Concat(decision.Advice).Concat(decision.Procedures).Concat(decision.Due).Select(notice => notice.Statement),
        ];
        return names.Distinct().Select(name => answer.Text.Policy!.Statements.First(statement => statement.Id == name).Mark); // a text that answers is compiled, and cites its own statements
    }

    private static string Situation(PolicyAnswer answer)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            SituationJson.Write(json, answer.Decision.Situation);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

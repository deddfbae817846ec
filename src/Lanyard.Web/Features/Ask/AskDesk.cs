using System.Text;
using System.Text.Json;
using Lanyard.Decisions.Situations;
using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Organisations;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;
using Lanyard.Records;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.Policies;

namespace Lanyard.Web.Features.Ask;

/// <summary>Finds the policies that answer somebody, hears them, and goes through what is still open.</summary>
public sealed class AskDesk(RecordBook book, PolicyShelf shelf, AnswerBook answers, Visit visit)
{
    /// <summary>How many characters a question may have.</summary>
    public const int LongestQuestion = 1000;

    private const int LongestSituation = 20_000;
    private const int MostNamed = 2;

    /// <summary>The policies that may be the person's, and the additions of the school that is meant.</summary>
    public async Task<AskedOf> EnterAsync(Organisation organisation, Who? who, string school, CancellationToken cancel)
    {
        bool IsTheirs(SchoolId? of) => who?.IsOf(of) ?? true;
        var all = await shelf.InForceAsync(organisation.Id, visit.Today, file => IsTheirs(file.School), cancel);
        var schools = (await book.ListAsync<School>(organisation.Id, cancel)).Select(kept => kept.Value)
            .ToDictionary(each => each.Id, each => each.Name);
        var theirs = schools.Where(each => IsTheirs(each.Key))
            .Select(each => new FieldChoice(each.Key.ToString(), each.Value)).ToList();
        var meant = theirs.Exists(each => each.Value == school) ? school : "";
        IReadOnlyList<FieldChoice> choices = all.Any(policy => policy.File.School is not null) && theirs.Count > 1
            ? [new("", "Any of them: the strictest rule holds"), .. theirs]
            : [];
        List<(PolicyFile File, CompiledText)> asked =
            [.. all.Where(policy => policy.File.School is not { } of || meant.Length == 0 || meant == of.ToString())];
        return new(asked, meant, choices, new(asked, file => file.School is { } of ? schools[of] : null));
    }

    /// <summary>Hears a question. What it says of a permission is not taken from it: that is asked.</summary>
    public static Sitting Listen(AskedOf of, Sitting begun)
    {
        if (begun.Words.Length == 0)
        {
            return begun with { Problem = AskProblem.NoWords };
        }

        if (begun.Words.Length > LongestQuestion)
        {
            return begun with { Words = begun.Words[..LongestQuestion], Problem = AskProblem.TooLong };
        }

        return Heard(of, begun);
    }

    /// <summary>Goes along what was answered; <see langword="null"/> if there is nothing to go on.</summary>
    public WayThrough? Walk(AskedOf of, Sitting sitting)
    {
        if (sitting.Situation is not { Length: <= LongestSituation } json || of.Policies is not [var (_, text), ..])
        {
            return null;
        }

        var read = SituationJson.Read(text.Policy!, json, visit.Today); // only compiled texts are in force
        return read.Situation is { } situation ? of.Interviewer.Along(situation, sitting) : null;
    }

    /// <summary>Keeps what was answered.</summary>
    public Task KeepAsync(
        Organisation organisation, Who? who, IEnumerable<PolicyAnswer> given, CancellationToken cancel) =>
        answers.KeepAsync(organisation.Id, who, given, cancel);

    /// <summary>The names of those who look after Lanyard for the whole organisation.</summary>
    public async Task<IReadOnlyList<string>> AdministratorsAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var found = new List<string>();
        foreach (var role in RolePermissions.CarriersOf(Permission.ManagePolicies).Order(StringComparer.Ordinal))
        {
            var holders = await book.ListAsync<Person>(organisation, cancel, PersonRegister.RoleTerm(role));
            found.AddRange(holders.Select(kept => kept.Value)
                .Where(person => person.IsHere(visit.Today))
                .Where(person => person.Roles.Any(held => held.Role == role && held.School is null))
                .Select(person => $"{person.Name} ({role})"));
        }

        return [.. found.Take(MostNamed)];
    }

    private static Sitting Heard(AskedOf of, Sitting begun)
    {
        var (_, text) = of.Policies[0];
        var lexicon = text.Policy!.Lexicon; // only compiled texts are in force
        var asker = begun.As.Length == 0 ? null : lexicon.FindConcept(lexicon.Actor, begun.As);
        var heard = text.Listener!.Understand(begun.Words, asker); // and they have a listener
        var situation = lexicon.Facets.Where(facet => facet.Kind == FacetKind.Permission)
            .Aggregate(heard.Situation, (known, facet) => known.With(facet, facet.Silence));
        var isYoung = begun.As.Length == 0 || Roles.IsA(begun.As, "young person");
        if (heard.Worry is { } worry && (heard.Understood is null || (isYoung && worry.IsTold)))
        {
            return Worried(of, begun, situation, worry.Text);
        }

        if (isYoung && heard.Understood is not null && Disclosure.IsIn(situation))
        {
            return Worried(of, begun, situation, "");
        }

        begun = begun with { Ignored = heard.NotUnderstood, Doubts = heard.Doubts };
        begun = begun with { WorryText = heard.Worry?.Text ?? "" };
        return begun.Problem != AskProblem.None ? begun
            : heard.Understood is not null ? begun with { Situation = Json(situation) }
            : heard.Elsewhere is [var other, ..] ? begun with { Problem = AskProblem.Elsewhere, Elsewhere = other }
            : begun with { Problem = AskProblem.NotUnderstood };
    }

    // Somebody who tells of harm is shown where help is. Nothing of it goes any further, neither words nor situation.
    private static Sitting Worried(AskedOf of, Sitting begun, Situation situation, string text)
    {
        var duties = of.Interviewer.Along(situation, begun).Answers.SelectMany(answer => answer.Decision.Duties);
        return new()
        {
            As = begun.As,
            School = begun.School,
            Anonymous = "yes",
            IsWorry = true,
            WorryText = text,
            Tell = [.. duties.Where(duty => duty.IsCertain).Select(duty => duty.Text).Distinct()],
        };
    }

    private static string Json(Situation situation)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            SituationJson.Write(json, situation);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

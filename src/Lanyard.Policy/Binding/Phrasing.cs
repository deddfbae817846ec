using System.Collections.Immutable;
using System.Numerics;
using Lanyard.Domain.Situations;
using Lanyard.Domain.Vocabulary;

namespace Lanyard.Policy.Binding;

/// <summary>Says conditions and situations in the words of the vocabulary, or in the policy's own where it has them.</summary>
/// <remarks>What it says can be read back: parsing a described situation gives the situation again.</remarks>
public sealed class Phrasing(Phrasebook book)
{
    private readonly Lexicon _lexicon = book.Lexicon;
    private readonly Concept[] _firstWords = FirstWords(book.Lexicon);

    /// <summary>A situation as one sentence, such as "A teacher intends to message a parent from a personal account."</summary>
    public string Sentence(Situation situation)
    {
        var said = Describe(Condition(situation), situation[_lexicon.Tense], situation[_lexicon.Omission]);
        return char.ToUpperInvariant(said[0]) + said[1..] + Unknown(situation) + ".";
    }

    // No form of a verb says that it may have happened, or may be left out.
    private string Unknown(Situation situation) => (situation.Knows(_lexicon.Tense), situation.Knows(_lexicon.Omission)) switch
    {
        (true, true) => "",
        (false, true) => " (whether it has happened yet is not known)",
        (true, false) => " (whether it is done or left out is not known)",
        _ => " (whether it has happened yet, and whether it is done or left out, is not known)",
    };

    /// <summary>A condition as a phrase, such as "staff message a parent from a personal account".</summary>
    public string Describe(Condition condition) => Describe(condition, _lexicon.Tense.All, _lexicon.Omission.All);

    /// <summary>Some values of a facet, as a noun phrase with its article: "a student or former student".</summary>
    public string Nouns(Facet facet, ulong values) => English.List([.. Names(facet, values).Select(WithArticle)], "or");

    /// <summary>Some values of a facet, as an answer to its question: "a student", but "message or call".</summary>
    public string Choice(Facet facet, ulong values) => facet == _lexicon.Act ? List([.. Names(facet, values).Select(concept => book.Say(concept.Name))]) : Nouns(facet, values);

    /// <summary>Some values of a facet, as it is said in a sentence: "from a personal account".</summary>
    public string Part(Facet facet, ulong values)
    {
        if (facet.Kind != FacetKind.Choice)
        {
            return Fact(facet, values == Facet.Yes);
        }

        if (facet.Section is "tense" or "omission" or "information" or "monitored")
        {
            return English.List([.. Names(facet, values).Select(concept => book.Say(concept.Name))], "or");
        }

        var lead = Names(facet, values) is [{ Lead: { } own }] ? own : facet.Leads.IsEmpty ? "" : facet.Leads[0];
        return $"{lead} {Nouns(facet, values)}".TrimStart();
    }

    /// <summary>A fact or permission, said to be so or not: "content that names a student", "with approval by the headteacher".</summary>
    public string Fact(Facet facet, bool isSo)
    {
        var concept = _firstWords[facet.Index];
        var clause = concept.Clause ?? concept.Name; // every fact and permission has a clause
        return facet switch
        {
            { Kind: FacetKind.Permission } => $"{(isSo ? "with" : "without")} {book.Say(Permission(facet))}",
            { IsJudged: true } => $"where {(isSo ? "" : "not ")}\"{clause}\"",
            { Section: "content" } => $"content that {book.Say(isSo ? clause : English.Negated(clause))}",
            _ when isSo && !concept.Phrases.IsEmpty => book.Say(concept.Phrases[0]),
            _ => book.Say(isSo ? clause : English.Negated(clause)),
        };
    }

    // A sentence has room for one circumstance that is so. If there are more, or one is not so, they are said at the end.
    private List<AnyOf> Clauses(List<AnyOf> parts)
    {
        var circumstances = parts
            .FindAll(part => part.Atoms[0].Facet is { Kind: FacetKind.Fact, Section: not ("content" or Facet.Judged) });
        return circumstances is [{ Atoms: [{ Values: Facet.Yes } only] }] && !_firstWords[only.Facet.Index].Phrases.IsEmpty ? [] : circumstances;
    }

    private string Clause(Atom atom)
    {
        var concept = _firstWords[atom.Facet.Index];
        var clause = concept.Clause ?? concept.Name; // every fact has a clause
        return book.Say(atom.Values == Facet.Yes ? clause : English.Negated(clause));
    }

    /// <summary>The question that asks for a fact, such as "Does the content name a student?"</summary>
    public string Question(Facet facet)
    {
        var concept = _firstWords[facet.Index];
        if (facet.IsJudged)
        {
            return facet.Question;
        }

        var clause = book.Say(concept.Clause ?? concept.Name);
        return English.Asked(facet.Section == "content" ? $"the content {clause}" : clause);
    }

    /// <summary>What would have to be otherwise, as it follows "if".</summary>
    /// <param name="difference">What would have to hold.</param>
    /// <param name="isDone">Whether it has happened already, so that it can only be said what would have been.</param>
    public string Difference(Atom difference, bool isDone)
    {
        var facet = difference.Facet;
        if (facet.Kind == FacetKind.Choice)
        {
            return $"it {(isDone ? "had been" : "is")} {Part(facet, difference.Values)}";
        }

        var concept = _firstWords[facet.Index];
        var isSo = difference.Values == Facet.Yes;
        var clause = concept.Clause ?? concept.Name; // every fact and permission has a clause
        var said = book.Say(isSo ? clause : English.Negated(clause));
        return facet switch
        {
            { IsJudged: true } => $"a person judges that this is {(isSo ? "" : "not ")}so: \"{clause}\"",
            { Kind: FacetKind.Permission } when isDone => said.Replace(" has ", " had ", StringComparison.Ordinal),
            { Kind: FacetKind.Permission } => $"{said} beforehand",
            { Section: "content" } => $"the content {said}",
            _ => said,
        };
    }

    /// <summary>A case as a phrase, with its tense and what is left out: "a teacher messaged a parent".</summary>
    public string DescribeCase(ImmutableArray<Atom> atoms)
    {
        ulong Of(Facet facet) => atoms.FirstOrDefault(atom => atom.Facet == facet) is { } atom ? atom.Values : facet.All;
        var shown = atoms.Where(atom => atom.Facet != _lexicon.Tense && atom.Facet != _lexicon.Omission);
        var isIntended = Of(_lexicon.Tense) == 1;
        var said = Describe(new Condition([.. shown.Select(AnyOf.One)]), Of(_lexicon.Tense), Of(_lexicon.Omission));
        return isIntended ? $"{said} (intended)" : said;
    }

    /// <summary>What a duty asks for: "report it to the headteacher without delay".</summary>
    public string Duty(Statements.Duty duty)
    {
        var to = English.List([.. duty.Recipients.Select(Recipient)], duty.IsEvery ? "and" : "or");
        var deadline = duty.Deadline is { } by ? $" {by.Text}" : "";
        return duty.Action switch
        {
            Statements.DutyAction.Inform => $"inform {to}{deadline}",
            Statements.DutyAction.Record => $"record it{(to.Length == 0 ? "" : $" to {to}")}{deadline}",
            _ => $"report it{(to.Length == 0 ? "" : $" to {to}")}{deadline}",
        };
    }

    /// <summary>Names joined by commas and "or".</summary>
    public static string List(IReadOnlyList<string> names) => English.List(names, "or");

    /// <summary>A role or a body, as it follows "to": "the headteacher".</summary>
    public string Recipient(string name)
    {
        if (_lexicon.Lists["bodies"].FirstOrDefault(body => body.Name == name) is { } listed)
        {
            return listed.Article == "a" ? English.WithArticle(listed.Name) : $"{listed.Article} {listed.Name}".TrimStart();
        }

        return WithArticle(_lexicon.Concept(_lexicon.Actor, name));
    }

    /// <summary>A permission as a noun: "approval by the headteacher".</summary>
    public string Permission(Facet facet)
    {
        var concept = _firstWords[facet.Index];
        return book.Say(concept.Phrases.IsEmpty ? concept.Name : concept.Phrases[0]);
    }

    /// <summary>The fewest, broadest words that together stand for exactly these values.</summary>
    public ImmutableArray<Concept> Names(Facet facet, ulong values)
    {
        var names = ImmutableArray.CreateBuilder<Concept>();
        var left = values;
        var candidates = _lexicon.Concepts.Where(concept => concept.Facet == facet && (concept.Values & ~values) == 0)
            .OrderByDescending(concept => BitOperations.PopCount(concept.Values)).ThenBy(concept => concept.Depth);
        foreach (var concept in candidates)
        {
            if ((concept.Values & left) != 0)
            {
                names.Add(concept);
                left &= ~concept.Values;
            }
        }

        return [.. names.OrderBy(concept => BitOperations.TrailingZeroCount(concept.Values))];
    }

    private Condition Condition(Situation situation)
    {
        var hidden = new[] { _lexicon.Tense, _lexicon.Omission };
        var said = Names(_lexicon.Act, situation[_lexicon.Act]) is [{ Also: { } also }] && situation[also.Facet] == also.Values ? also.Facet : null; // "uses social media" says it
        return new([
            .. _lexicon.Facets
                .Where(facet => !hidden.Contains(facet) && facet != said && situation[facet] != facet.Silence && situation[facet] != facet.All)
                .Select(facet => AnyOf.One(new(facet, situation[facet])))]);
    }

    private string Describe(Condition condition, ulong tense, ulong omission)
    {
        var subject = Subject(condition);
        var act = Act(condition, subject.IsPlural, tense, omission);
        var rest = condition.Parts
            .Where(part => part.Atoms.Any(atom => atom.Facet != _lexicon.Actor && atom.Facet != _lexicon.Act))
            .OrderBy(part => SlotOf(part.Atoms[0].Facet))
            .ToList();
        var content = Content([.. rest.Where(IsContent)]);
        content = content.Length == 0 && Acts(condition) is { Count: > 0 } taking && taking.TrueForAll(concept => concept.TakesContent) ? "content" : content;
        content = content.StartsWith("content", StringComparison.Ordinal) && Acts(condition).Exists(concept => !concept.HoldsContent) ? $"with {content}" : content;
        var towards = TowardsWord(condition, content.Length > 0);
        var clauses = Clauses(rest);
        IEnumerable<string> parts = [subject.Words, act, content, .. rest.Where(part => !IsContent(part)).Except(clauses).Select(part => Say(part, towards))];
        var besides = clauses.Count == 0 ? "" : $", and {string.Join(" and ", clauses.Select(part => English.List([.. part.Atoms.Select(Clause)], "or")))}";
        return string.Join(' ', parts.Where(part => part.Length > 0)) + besides;
    }

    private (string Words, bool IsPlural) Subject(Condition condition)
    {
        var actors = condition.Parts.Where(part => part.Atoms is [{ } only] && only.Facet == _lexicon.Actor)
            .Aggregate(_lexicon.Actor.All, (set, part) => set & part.Atoms[0].Values);
        var names = actors == _lexicon.Actor.All ? [_lexicon.Concept(_lexicon.Actor, "person")] : Names(_lexicon.Actor, actors);
        return names is [{ } one] ? (actors == _lexicon.Actor.All ? "anyone" : WithArticle(one), IsMass(one)) : (English.List([.. names.Select(Plural)], "and"), true);
    }

    private string Act(Condition condition, bool isPlural, ulong tense, ulong omission)
    {
        var part = condition.Parts.FirstOrDefault(part => part.Atoms is [{ } only] && only.Facet == _lexicon.Act);
        var acts = part is null ? ["act"] : Names(_lexicon.Act, part.Atoms[0].Values).Select(concept => book.Say(concept.Name)).ToList();
        var isOmission = omission == 2;
        return tense == 2
            ? isOmission ? $"did not {English.List(acts, "or")}" : English.List([.. acts.Select(act => Inflected(act, English.Past))], "or")
            : isOmission ? $"{(isPlural ? "do" : "does")} not {English.List(acts, "or")}"
            : isPlural ? English.List(acts, "or") : English.List([.. acts.Select(act => Inflected(act, English.Present))], "or");
    }

    private string Content(List<AnyOf> parts)
    {
        var clauses = parts.Where(part => part.Atoms[0].Facet.Kind == FacetKind.Fact).ToList();
        var nouns = parts.Except(clauses).Select(Say).ToList();
        if (clauses.Count == 0)
        {
            return string.Join(' ', nouns);
        }

        var said = clauses is [{ } only]
            ? Clauses(only.Atoms, "or")
            : Clauses([.. clauses.SelectMany(part => part.Atoms)], "and");
        return string.Join(' ', nouns.Prepend($"content that {said}"));
    }

    private string Clauses(IReadOnlyList<Atom> atoms, string joiner) =>
        English.List([.. atoms.Select(atom => Fact(atom.Facet, atom.Values == Facet.Yes)["content that ".Length..])], joiner);

    private string Say(AnyOf part) => Say(part, towards: "");

    private string Say(AnyOf part, string towards) => part.Atoms is [{ } only] && only.Facet == _lexicon.Towards
        ? $"{towards} {Nouns(only.Facet, only.Values)}".TrimStart()
        : English.List([.. part.Atoms.Select(atom => Part(atom.Facet, atom.Values))], "or");

    private List<Concept> Acts(Condition condition) =>
        condition.Parts.FirstOrDefault(part => part.Atoms is [{ } only] && only.Facet == _lexicon.Act) is { } act ? [.. Names(_lexicon.Act, act.Atoms[0].Values)] : [];

    // Whom an act is towards follows it directly, or after the word that the act takes. After content, and after an act
    // of several words, it never stands bare: "messages content to a pupil".
    private string TowardsWord(Condition condition, bool isAfterContent) => Acts(condition) switch
    {
        [] => "towards",
        [{ Towards: { Length: > 0 } word }, ..] => word,
        _ when isAfterContent => "to",
        [{ Name: var name }, ..] => name.Contains(' ', StringComparison.Ordinal) ? "with" : "",
    };

    private static bool IsContent(AnyOf part) => part.Atoms[0].Facet.Section is "content" or "information" or "monitored";

    private static int SlotOf(Facet facet) => facet.Section is "content" or "information" or "monitored" ? -1 : facet.Slot;

    private string WithArticle(Concept concept)
    {
        var name = book.Say(concept.Name);
        var startsWithArticle = name.StartsWith("a ", StringComparison.Ordinal) || name.StartsWith("the ", StringComparison.Ordinal) || name.StartsWith("another ", StringComparison.Ordinal);
        var isPhrase = concept.Facet.Section is "place" or "time";
        return concept.IsUnique && concept.Facet.Section is not ("place" or "time") ? $"the {name}"
            : startsWithArticle || isPhrase || IsMass(concept) || char.IsUpper(concept.Name[0]) ? name
            : English.WithArticle(name);
    }

    private string Plural(Concept concept) =>
        IsMass(concept) ? (concept.IsUnique ? $"the {book.Say(concept.Name)}" : book.Say(concept.Name)) : concept.Plural ?? book.Say(concept.Name) switch
        {
            var name when name.Contains(' ', StringComparison.Ordinal) => $"{name[..(name.LastIndexOf(' ') + 1)]}{English.Plural(name[(name.LastIndexOf(' ') + 1)..])}",
            var name => English.Plural(name),
        };

    private static Concept[] FirstWords(Lexicon lexicon)
    {
        var first = new Concept[lexicon.Facets.Length];
        foreach (var concept in lexicon.Concepts)
        {
            first[concept.Facet.Index] ??= concept;
        }

        return first;
    }

    private static bool IsMass(Concept concept) => concept.Plural == concept.Name;

    private static string Inflected(string act, Func<string, string> inflect)
    {
        var space = act.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? inflect(act) : inflect(act[..space]) + act[space..];
    }
}

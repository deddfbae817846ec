using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lanyard.Benchmarks;
using Lanyard.Decisions;
using Lanyard.Decisions.Interviews;
using Lanyard.Domain.Situations;
using Lanyard.Policy.Analysis;
using Lanyard.Policy.Compilation;
using Lanyard.Import;
using Lanyard.Testing;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--pages", var program, var organisations, var requests, var filled])
{
    await Pages.RunAsync(program, int.Parse(organisations, CultureInfo.InvariantCulture), int.Parse(requests, CultureInfo.InvariantCulture), filled);
    return;
}

if (args is ["--writes"])
{
    await Writes.RunAsync();
    return;
}

if (args is ["--kills", var kills])
{
    await Kills.RunAsync(int.Parse(kills, CultureInfo.InvariantCulture));
    return;
}

if (args is ["--kills-writer", var records, var organisation])
{
    await KillsWriter.RunAsync(records, new(Guid.ParseExact(organisation, "N")));
    return;
}

var folder = args is ["--cedar-files", var path] ? path : null;
var text = Repository.Read("policies", "model-policy.md");
var policy = SamplePolicy.Shipped("model-policy.md");
var decider = new Decider(policy);
var plain = new PlainEvaluator(policy);
var situations = Situations(policy, 2_000);
if (folder is not null)
{
    WriteCedar(policy, situations, folder);
    return;
}

void Row(string what, double microseconds) => Console.WriteLine($"{what}\t{microseconds:F3}");

Console.WriteLine($"statements\t{policy.Statements.Length}");
Row("verdict", Stopclock.Microseconds(situations.Length, at => decider.Verdict(situations[at])));
Row("decision with reasons", Stopclock.Microseconds(situations.Length, at => decider.Decide(situations[at])));
Row("plain evaluator, verdict", Stopclock.Microseconds(situations.Length, at => plain.Verdict(situations[at]), rounds: 3));

var ten = SamplePolicy.Compile(Tenfold(text)).Policy ?? throw new InvalidOperationException("The tenfold policy does not compile.");
var (tenDecider, tenSituations) = (new Decider(ten), Situations(ten, 2_000));
Row($"verdict, {ten.Statements.Length} statements", Stopclock.Microseconds(tenSituations.Length, at => tenDecider.Verdict(tenSituations[at])));

var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
Row($"compile and check, {words} words", Stopclock.Microseconds(5, _ => Linter.Check(SamplePolicy.Compile(text), SamplePolicy.Today)));
var open = SamplePolicy.Told(policy, "A teacher posts content.");
Row("decide an open question", Stopclock.Microseconds(20, _ => decider.Decide(open)));
Row("interview, to its end", Stopclock.Microseconds(3, _ => Interview(decider, open)));
var beam = SamplePolicy.Shipped("beam-trust.md");
Row("conflicts, largest policy", Stopclock.Microseconds(2, _ => ConflictAnalysis.Of(policy), rounds: 3));
Row("diff of the two largest", Stopclock.Microseconds(1, _ => DifferenceAnalysis.Of(beam, policy), rounds: 3));
var document = Encoding.UTF8.GetBytes(string.Join("\n\n", policy.Document.Clauses.Select(clause => $"{clause.Id} {clause.Heading}\n\n{string.Join("\n\n", clause.Prose.Select(prose => prose.Words))}")));
Row($"import, {document.Length} bytes", Stopclock.Microseconds(5, _ => PolicyImport.Read(document)));

static Situation[] Situations(CompiledPolicy policy, int count)
{
    var random = new RandomSituations(policy.Lexicon, 41);
    return [.. Enumerable.Range(0, count).Select(at =>
    {
        var rule = policy.Rules[at * 37 % policy.Rules.Length];
        return rule.Atoms.Aggregate(random.Consistent(), (moved, atom) => (moved[atom.Facet] & atom.Values) != 0 ? moved : moved.With(atom.Facet, atom.Values & (~atom.Values + 1)));
    }).Where(situation => situation.Inferred().Contradictions.IsEmpty)];
}

static int Interview(Decider decider, Situation start)
{
    var interview = new Interview(decider);
    var decision = decider.Decide(start);
    var questions = 0;
    while (interview.Next(decision) is { } question)
    {
        questions++;
        var known = question.IsChecklist
            ? interview.Tick(decision.Situation, question, new HashSet<string>(StringComparer.Ordinal))
            : interview.Choose(decision.Situation, question.Needs[0], question.Needs[0].Choices[^1]);
        decision = decider.Decide(known);
    }

    return questions;
}

// The same policy ten times over, each copy with clause numbers of its own.
static string Tenfold(string text)
{
    var start = text.IndexOf("\n## ", StringComparison.Ordinal);
    var statements = Regex.Replace(text[start..], "```scenario\n.*?```\n", "", RegexOptions.Singleline);
    return text[..start] + string.Concat(Enumerable.Range(1, 10).Select(copy =>
        Regex.Replace(statements, @"^(#+) (\d)", match => $"{match.Groups[1].Value} {copy}{match.Groups[2].Value}", RegexOptions.Multiline)));
}

static void WriteCedar(CompiledPolicy policy, Situation[] situations, string folder)
{
    var rules = new CedarRules(policy);
    var decider = new Decider(policy);
    Directory.CreateDirectory(folder);
    File.WriteAllText(Path.Combine(folder, "rules.cedar"), rules.Policies());
    using var lines = new StreamWriter(Path.Combine(folder, "situations.jsonl"));
    foreach (var situation in situations)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WritePropertyName("context");
            rules.WriteContext(json, situation);
            json.WriteBoolean("forbidden", decider.Verdict(situation) is Verdict.Prohibited or Verdict.Conditional);
            json.WriteEndObject();
        }

        lines.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    Console.WriteLine($"{rules.Count} Cedar policies, {situations.Length} situations");
}

using System.Collections.Immutable;
using Lanyard.Policy.Binding.Statements;

namespace Lanyard.Policy.Binding;

/// <summary>Resolves training, acceptance, teaching and guidance.</summary>
internal sealed class ProgrammeBinder(SentenceParser parser, StatementSource source, ListParser lists)
{
    private const int LastYear = 13; // the last year of sixth form

    /// <summary>Whether the sentence is about a programme, and the programme if it could be read.</summary>
    public (bool IsProgramme, Programme? Programme) Bind(ulong who, int at)
    {
        if (parser.Is(at, "must", "complete", "training", "in"))
        {
            return (true, WithTopics(who, ProgrammeKind.Training, at + 4));
        }

        if (parser.Is(at, "must", "accept", "this", "policy"))
        {
            return (true, Finish(who, ProgrammeKind.Acceptance, [], at + 4));
        }

        var be = parser.Is(at, "are") || parser.Is(at, "is") ? 1 : 0;
        if (be == 1 && parser.Is(at + 1, "taught"))
        {
            return (true, WithTopics(who, ProgrammeKind.Teaching, at + 2));
        }

        return be == 1 && parser.Is(at + 1, "offered", "guidance", "on")
            ? (true, WithTopics(who, ProgrammeKind.Guidance, at + 4))
            : (false, null);
    }

    private Programme? WithTopics(ulong who, ProgrammeKind kind, int at) =>
        lists.ListOf("topics", at, "and", "a topic, such as `online safety`") is var (topics, end) ? Finish(who, kind, topics, end) : null;

    private Programme? Finish(ulong who, ProgrammeKind kind, ImmutableArray<string> topics, int at)
    {
        (int First, int Last)? years = null;
        if (kind == ProgrammeKind.Teaching && parser.Is(at, "in", "year"))
        {
            if (Years(at + 2) is not (var first, var last, var end))
            {
                parser.Trail.Failed(at + 2, $"year groups from 1 to {LastYear}, such as `in year 1 to year 6`");
                return null;
            }

            (years, at) = ((first, last), end);
        }

        var onJoining = parser.Is(at, "on", "joining");
        at += onJoining ? 2 : 0;
        at += onJoining && parser.Is(at, "and", "every") ? 1 : 0;
        Period? every = null;
        if (parser.Is(at, "every"))
        {
            every = lists.Period(at, out at);
            if (every is null)
            {
                return null;
            }
        }
        else
        {
            parser.Trail.Failed(at, "`on joining`, or a period such as `every 1 year`");
        }

        return lists.Ends(at) ? new(source, who, kind, topics, onJoining, every, years) : null;
    }

    private (int First, int Last, int End)? Years(int at)
    {
        if (lists.Number(at) is not (>= 1 and <= LastYear and var first))
        {
            return null;
        }

        if (!parser.Is(at + 1, "to", "year"))
        {
            return (first, first, at + 1);
        }

        if (lists.Number(at + 3) is { } last && last >= first && last <= LastYear)
        {
            return (first, last, at + 4);
        }

        parser.Trail.Failed(at + 3, $"a year group from {first} to {LastYear}");
        return null;
    }
}

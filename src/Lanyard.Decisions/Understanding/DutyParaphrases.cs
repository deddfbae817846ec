using System.Collections.Immutable;

namespace Lanyard.Decisions.Understanding;

/// <summary>How documents say what must be reported, taught, reviewed, and what a breach may lead to.</summary>
internal static class DutyParaphrases
{
    private const string Deadline = @"(?:immediately|without delay|promptly|within \d+ (?:hours?|days?|weeks?|school days?|working days?))";
    private const string Yearly = @"(?:(?:at least )?(?:annually|every year|each year|yearly|once a year|once every year)|on an annual basis)";

    public static readonly ImmutableArray<Paraphrase> Deadlines =
    [
        new(@"\b(?:at once|straight ?away)\b", "immediately"),
        new(@"\bwithin (?:one|a|an) (?=hour|day|week|school|working)", "within 1 "),
        new(@"\bwithin two (?=hour|day|week|school|working)", "within 2 "),
        new(@"\bwithin three (?=hour|day|week|school|working)", "within 3 "),
    ];

    public static readonly ImmutableArray<Paraphrase> Duties =
    [
        new(@"^(?:if|where|whenever) (?=.* must )", "When "),
        new(@"^(?<who>[\w ]+?) who (?<what>.+?) must (?<duty>.+)$", "When ${who} ${what}, they must ${duty}"),
        new(@"^(?<who>[\w ]+?) must (?<duty>(?:inform|tell|notify|report it) .+?) (?:if|when) they (?<what>.+)$", "When ${who} ${what}, they must ${duty}"),
        new($@"^(?<who>[\w ]+?) must (?<deadline>{Deadline}) report (?<what>.+?) to (?<to>.+)$", "${who} must report ${what} to ${to} ${deadline}"),
        new($@"^(?<who>[\w ]+?) must report (?<what>.+?) (?<deadline>{Deadline}) to (?<to>.+)$", "${who} must report ${what} to ${to} ${deadline}"),
        new(@"^(?<who>[\w ]+?) must report (?!(?:it|this|them|that) )(?<what>.+?) to (?<to>.+)$", "When ${who} REPORTED ${what}, they must report it to ${to}"),
        new(@"\bREPORTED (?:any |all )?(?:contact|communications?) (?:they receive |received )?from\b", "receive contact from"),
        new(@"\bREPORTED (?:any |all |an? )?messages? (?:they receive |received )?from\b", "receive a message from"),
        new(@"\bREPORTED (?:any |all |an? )?(?:friend|connection) requests? (?:they receive |received )?from\b", "receive a connection request from"),
        new(@"\bREPORTED (?:any |all )?content that\b", "encounter content that"),
        new(@"\bREPORTED (?:any |all |an? )?online safeguarding concerns?(?=,)", "encounter content that raises a safeguarding concern"),
        new(@"\bREPORTED (?:any |all |an? )?low-level concerns?\b", "have a low-level concern"),
        new(@"\bREPORTED (?:any |all |an? )?concerns? about\b", "have a concern about"),
        new(@"\bREPORTED (?:any |all |an? )?allegations? (?:about|against)\b", "receive an allegation about"),
        new(@"\b(?:is|are) contacted by\b", "receive contact from"),
        new(@"\b(?:is|are) messaged by\b", "receive a message from"),
        new(@"^(When (?:(?:an?|the|any) )?(?:member of staff|teacher|volunteer|governor|contractor|person|headteacher|line manager|designated safeguarding lead)) receive\b", "$1 receives"),
        new(@"^(?<when>When .+?),? (?:then )?(?:they|he or she|she or he) must ", "${when}, they must "),
        new($@"(?<=, they must )(?<deadline>{Deadline}) (?<duty>.+)$", "${duty} ${deadline}"),
        new(@"(?<=, they must )(?:tell|notify)\b", "inform"),
        new($@"(?<=, they must )report (?:it|this|them|the matter) (?<deadline>{Deadline}) to (?<to>.+)$", "report it to ${to} ${deadline}"),
        new(@"(?<=, they must )report (?:it|this|them|the matter)\b", "report it"),
        new(@"(?<=, they must .*\b(?:to|inform)) (?:their|his or her) line manager\b", " the line manager"),
    ];

    public static readonly ImmutableArray<Paraphrase> Governance =
    [
        new(@"^(?:this|the) (?:social (?:media|networking) )?policy (?:will be|is|shall be|must be) reviewed(?: and updated)?\b", "This policy is reviewed"),
        new($@"(?<=^This policy is reviewed.*){Yearly}", "every 1 year"),
        new(@"(?<=^This policy is reviewed.*)every two years\b", "every 2 years"),
        new(@"(?<=^This policy is reviewed.*)every three years\b", "every 3 years"),
        new(@"(?<=^This policy is reviewed) (?<who>by .+?) (?<period>every \d years?)\b", " ${period} ${who}"),
        new(@"(?<=^This policy is reviewed.*),? in consultation with ", ", consulting "),
        new(@"(?<=^This policy is reviewed every[^,]*?),? (?:to|in order to) (?:ensure|reflect|keep|take account)\b(?!.*\b(?:must|unless|except|not|only|should|if|when)\b).*$", ""),
        new(@"^(?<who>[\w ,]+?) (?:must|will) (?:have )?(?:complete|completed|receive|received|undertake|undertaken|attend|attended) (?<what>[\w ,]+?) training\b", "${who} must complete training in ${what}"),
        new(@"(?<=must complete training in )(?:appropriate|suitable) ", ""),
        new(@"(?<=must complete training in .*) to understand\b(?!.*\b(?:must|unless|except|not|only|should|if|when|every|year)\b).*$", ""),
        new(@"(?<=must complete training in )annual (.+)$", "$1 every 1 year"),
        new(@"^(?<who>[\w ,]+?) (?:must|will) (?:have )?(?:complete|completed|receive|received|undertake|undertaken|attend|attended) training (?:in|on|about)\b", "${who} must complete training in"),
        new(@"(?<=must complete training in .*)\b(?:when|as soon as) they (?:join|start work)\b", "on joining"),
        new($@"(?<=must complete training in .*){Yearly}", "every 1 year"),
        new(@"^(?<who>[\w ,]+?) (?:will be|must be|are) taught (?:about )?", "${who} are taught "),
        new($@"(?<=are taught .*){Yearly}", "every 1 year"),
        new(@"^(?:any breach(?:es)?|a breach|breaches|breach) (?:of (?:this|the) policy )?by (?<who>.+?) (?:may|could|can) (?:lead to|result in) ", "A breach by ${who} may lead to "),
        new(@"^(?<who>[\w ,]+?) who breach(?:es)? this policy (?:may|could) (?:face|be subject to) ", "A breach by ${who} may lead to "),
        new(@"(?<=^A breach by .*),? (?:up to and including|including|and up to) ", ", up to "),
    ];
}

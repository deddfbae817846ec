using System.Collections.Immutable;

namespace Lanyard.Decisions.Understanding;

/// <summary>How documents name people and how strongly they bind them.</summary>
internal static class PeopleParaphrases
{
    private const string Places = "(?:school|trust|nursery|college|academy|federation|company|setting)";

    private static readonly (string Gerund, string Verb)[] Verbs =
    [
        ("posting", "post"), ("publishing", "publish"), ("sharing", "share"), ("messaging", "message"), ("emailing", "email"), ("calling", "call"), ("contacting", "contact"),
        ("following", "follow"), ("accepting", "accept"), ("using", "use"), ("connecting", "connect"), ("commenting", "comment"), ("disclosing", "disclose"), ("requesting", "request"),
        ("sending", "send"), ("adding", "add"), ("inviting", "invite"), ("accessing", "access"), ("communicating", "communicate"), ("uploading", "upload"), ("making", "make"), ("engaging", "engage"),
    ];

    public static readonly ImmutableArray<Paraphrase> People =
    [
        new(@"(?<=designated safeguarding lead) \(DSL\)|(?<=local authority designated officer) \(LADO\)", ""),
        new(@"\bparents?(?: ?/ ?| and | or )(?:carers?|(?:legal )?guardians?)\b", "parents"),
        new(@"^no (?:members? of staff|staff) (?:may|must|shall|is permitted to|is allowed to|are permitted to|are allowed to) ", "Staff must not "),
        new(@"^no (teacher|pupil|student|governor|volunteer|contractor|parent)s? (?:may|must|shall|is permitted to|is allowed to|are permitted to|are allowed to) ", "${1}s must not "),
        new(@"^no (?:members? of staff|staff) should ", "Staff should not "),
        new(@"^no (teacher|pupil|student|governor|volunteer|contractor|parent)s? should ", "${1}s should not "),
        new($@"^(?:all |each |every |any |the )*(?:of )?(?:our )?(?:{Places} )?(?:members of staff|staff members|staff|employees)\b", "Staff"),
        new(@"^(?:all|each|every|any) (?:members? of staff|staff members?)\b(?! who)", "Staff"),
        new(@"^(?:all|each|every|any) ", ""),
        new(@"(?<=\b(?:applies to|and|or|,) )all ", ""),
        new(@"\bmembers of staff\b|\bstaff members\b", "staff"),
        new(@"\b(?:past|previous|ex) (?=(?:pupil|student|learner)s?\b)|\bex-(?=(?:pupil|student|learner)s?\b)", "former "),
        new(@"\bformer (?:pupil|learner)(s?)\b", "former student$1"),
        new(@"\bcurrent (?=(?:pupil|student|learner)s?\b)", ""),
        new($@"\b(pupils?|students?|learners?) (?:of|enrolled at) (?:the|our) {Places}\b", "$1"),
        new(@"\bour\b", "the"),
    ];

    public static readonly ImmutableArray<Paraphrase> Strength =
    [
        new(@"^([\w ]+): (?=(?:must|should|shall|will) )", "$1 "),
        new(@"\b(must not|must|should not|should|shall not|shall|will not|will|must never|should never): ", "$1 "),
        new(@"^([\w ,]+? (?:must|should|shall|will)(?: not| never)?), (?:under any circumstances|in any circumstances|at any time), ", "$1 "),
        new(@"\b(?:shall|will) (?:not|never)\b|\bmust never\b", "must not"),
        new(@"\bshould never\b", "should not"),
        new(@"\b(?:is|are) (?:(?:strictly )?(?:prohibited|forbidden)) from (?=\w+ing\b)", "must not "),
        new(@"\b(?:is|are) (?:not (?:allowed to|permitted to|to)|forbidden to)\b", "must not"),
        new(@"\b(?:is|are) (?:strongly )?(?:advised|encouraged) not to\b", "should not"),
        new(@"\b(?:is|are) (?:strongly )?discouraged from (?=\w+ing\b)", "should not "),
        new(@"\b(must|should) avoid (?=\w+ing\b)", "$1 not "),
        new(@"\b(?:is|are) required to\b|\bshall\b", "must"),
        new(@"\b(?:is|are) (?:strongly )?(?:advised|encouraged) to\b", "should"),
        new(@"\b(?:is|are) (?:allowed|permitted) to\b", "may"),
        new(@"\b(must|should) (?:always|at all times)\b", "$1"),
        new(@"^(.* (?:must|should) not .*),? (?:under any circumstances|in any circumstances|at any time)$", "$1"),
        .. Verbs.Select(verb => new Paraphrase($@"(?<=\b(?:must|should) not ){verb.Gerund}\b", verb.Verb)),
    ];
}

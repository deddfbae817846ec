using System.Collections.Immutable;

namespace Lanyard.Decisions.Understanding;

/// <summary>How documents say what is done, with what, and where.</summary>
internal static class ConductParaphrases
{
    private const string Rest = @"(?<rest>[^,]*?)(?=$|,? unless\b|,? without\b|,? except\b)";
    private const string Friends = @"(?:their |an? )?(?:online )?(?:friends?|followers?|contacts?)(?: or (?:friends|followers|contacts))?";
    private const string Whom = @"(?<whom>(?:(?!(?:as|to|unless|without|except)\b)[\w/]+ ){1,8})";
    private const string Network = "(?:social (?:media|networking) )";
    private const string Own = $@"(?:their |his or her |any |an? )*(?:own |personal |private )+{Network}?(?:accounts?|profiles?|pages?)";
    private const string Device = @"(?<device>(?:(?:the|their|any|an?) )?(?:personal|own|school|trust|company|organisation) devices?)";
    private const string Channel = "(?<verb>contact|message|email|call|follow)";
    private const string Platform = "(?:social media|facebook|whatsapp|instagram|tiktok|snapchat|twitter|youtube|linkedin|telegram|discord|signal|myspace|pinterest|reddit|x)";
    private const string Platforms = $@"{Platform}(?:(?:, | / ?|/| or | and |, or |, and ){Platform})*";
    private const string Fact = "(?:offensive|harassing|defamatory|threatening|hurtful|hateful|inappropriate|negative|unprofessional|inaccurate|inflammatory|bullying)";
    private const string Facts = $"(?<facts>{Fact}(?:(?:, | or |, or ){Fact})*)";
    private const string Writing = @"(?:content|comments?|remarks?|material|posts?|statements?)\b";
    private const string Pictures = "(?:photos?|photographs?|pictures?|images?|videos?)";
    private const string Pupils = @"(?:(?:the|an?|any) )?(?:pupils?|students?|learners?|child|children)\b(?!')";

    public static readonly ImmutableArray<Paraphrase> Acts =
    [
        new(@"[""“'‘](friends?|followers?)[""”'’]", "$1"),
        new(@"\bwhilst\b", "while"),
        new(@"\b(?:social (?:networking|media)|social networks?)(?: and social (?:networking|media))? (?:sites?|platforms?|services?|applications?|apps?|networks?)\b", "social media"),
        new(@"\bon-?line social media\b", "social media"),
        new($@"(?<=\bsocial media)(?:,? (?:such as|including|like)|,? e\.g\.,?) {Platforms}(?:,? etc\.?)?", ""),
        new(@"\b(?:engage in|take part in|participate in|enter into) social (?:networking|media) with\b", "use social media with"),
        new(@"\bmust maintain (?:appropriate )?professional boundaries(?: online)?(?= and must|$)", "must not cross a professional boundary"),
        new(@"\bmust (?:(?:co-?operate|conform|adhere|comply)(?:, and |, | and )?)+ (?:with|to) (?:the (?:requirements|terms) of )?this policy\b", "must follow this policy"),
        new(@"\bmust (?:adhere to|comply with) the (?:staff )?code of conduct\b", "must follow the code of conduct"),
        new(@"\b(?:communicate|get in touch|have contact) with\b", "contact"),
        new($@"\b(?:be friends with|become friends with|befriend) (?=.* on (?:{Own}|{Platform})\b)", "connect with "), // friends need not be online ones
        new($@"\bdiscuss (?<whom>[\w ]+?) (?=on {Platform}\b)", "communicate content about ${whom} "),
        new(@"\b(?:set up|create|open) (?=an? official (?:school |trust |social media )*(?:account|page|channel)\b)", "register "),
        new(@"\baccept (?:any |an? )?(?:friend|friendship|follow|follower|connection) requests? from\b", "accept a connection request from"),
        new(@"\b(receives?) (?:any |an? )?(?:friend|friendship|follow|follower) requests? from\b", "$1 a connection request from"),
        new(@"\bsend (?:any |an? )?(?:friend|friendship|follow|connection) requests? to\b", "request a connection with"),
        new($@"\b(?:add|invite|request) (?:or|and) accept {Whom}(?:as|to be) {Friends}", "request a connection or accept a connection request from ${whom}"),
        new($@"\baccept (?:or|and) (?:add|invite|request) {Whom}(?:as|to be) {Friends}", "request a connection or accept a connection request from ${whom}"),
        new($@"\baccept {Whom}as {Friends}", "accept a connection request from ${whom}"),
        new($@"\b(?:add|invite) {Whom}(?:as|to be) {Friends}", "request a connection with ${whom}"),
        new($@"\buse {Device} to (?:access|use) {Rest}", "use ${rest} on ${device}"),
        new($@"\buse {Own} to {Channel} {Rest}", "${verb} ${rest} from a personal account"),
        new($@"\buse (?<where>{Platforms}) to {Channel} {Rest}", "${verb} ${rest} on ${where}"),
        new($@"\buse (?:their |an? )?(?:own |personal ){{1,2}}(?:mobile )?phones? to {Channel} {Rest}", "${verb} ${rest} from a personal phone"),
        new($@"\buse {Device} to {Channel} {Rest}", "${verb} ${rest} from ${device}"),
        new($@"\b(?:access|use|log ?in ?to|log ?on ?to) {Own}", "use social media on a personal account"),
        new(@"\b(?<=not )access social media\b", "use social media"),
        new(@"\b(?:in|during) (?:working hours|work time)\b", "during working hours"),
        new(@"\bupload (?=content|any|photo|picture|image|video)", "publish "),
    ];

    public static readonly ImmutableArray<Paraphrase> Content =
    [
        // A parent's "children" may be their own.
        new($@"(?<!^(?:parents|families|carers|guardians)\b.*)\b(?:any )?{Pictures}(?:(?:,? or | and |/|, ){Pictures})* (?:of|showing) {Pupils}", "content that shows a student"),
        new(@"\b(?:the )?names of (?:pupils|students)\b|\b(?:pupils|students)' names\b", "content that names a student"),
        new(@"\bname (?:pupils|students|a pupil|a student) (?=on social media)", "publish content that names a student "),
        new(@"\bidentify (?:pupils|students|a pupil|a student) (?=on social media)", "publish content that identifies a student "),
        new($@"\b(?<verb>post|publish|share) (?:any )?{Facts} {Writing}", "${verb} content that is ${facts}"),
        new($@"\b(?:write|make) (?:any )?{Facts} {Writing}(?=.* on {Platform}$)", "publish content that is ${facts}"), // elsewhere it may be said aloud
        new(@"\b(?:content|material|comments|anything|posts) (?:that|which) (?:is|are)\b", "content that is"),
        new(@"\b(?:content|material|comments|anything|posts) (?:that|which) (bring|raise|name|identif(?=y)|show)s?\b", "content that ${1}s"),
        new(@"(?<=\bthat (?:brings|harms the reputation of|speaks for) )(?:the )?(?:school|trust|company|nursery|college|academy|federation)\b", "the organisation"),
    ];

    public static readonly ImmutableArray<Paraphrase> Places =
    [
        new($@"\b(?<lead>on|from|through|by|using) {Own}", "${lead} a personal account"),
        new(@"\bon (?:their )?(?:own |personal ){1,2}social media\b", "on a personal account"),
        new($@"\b(?<lead>on|from|through|using) (?:their |an? )?(?:own |personal |private )+(?<platform>{Platform}) (?:accounts?|profiles?|pages?)", "${lead} a personal account on ${platform}"),
        new(@"\b(?<why>for personal (?:use|purposes)) (?<time>during working hours)\b", "${time} ${why}"),
        new($@"\bvia {Own}", "from a personal account"),
        new(@"\b(?:the |an? |their )?(?:school|trust|company)?(?:'s)? ?official (?:school |trust |company )?(?:social media |social networking )?(?:accounts?|channels?|pages?)\b", "an official account"),
        new(@"\b(?:the |their |an? )?(?:school|work) e-?mail (?:accounts?|address(?:es)?|system)\b", "school email"),
        new(@"\bvia (?=(?:an? |the )?(?:personal|school email|work email|official|approved|learning|organisation)\b)", "through "),
        new(@",? (?:except|other than|unless it is|except where it is)(?: when)? (?=(?:through|via|by|using) )", " unless "),
        new(@"^(?<who>[\w ,]+?) (?:must|may) only (?<what>.+?) with (?=(?:(?:the|prior|explicit|express|written) )*(?:consent|permission|approval|agreement) (?:of|from|by) )", "${who} must not ${what} without "),
        new(@"^(?<who>[\w ,]+?) (?:must|may) only (?<what>.+?) (?<how>(?:through|by|using) .+)$", "${who} must not ${what} unless ${how}"),
        new(@"^(?<who>[\w ,]+?) should only (?<what>.+?) (?<how>(?:through|by|using) .+)$", "${who} should not ${what} unless ${how}"),
        new(@"^(?<who>[\w ,]+?) reserves? the right to monitor\b", "${who} may monitor"),
    ];
}

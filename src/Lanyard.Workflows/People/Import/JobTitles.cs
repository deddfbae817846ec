using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Lanyard.Domain.Naming;

namespace Lanyard.Workflows.People.Import;

/// <summary>The titles of staff lists that plainly are one of the roles.</summary>
internal static partial class JobTitles
{
    private const string SeniorLeader = "senior leader";
    private const string Assistant = "teaching assistant";

    private static readonly FrozenDictionary<string, string> Known = new (string Role, string Titles)[]
    {
        ("headteacher",
            "head teacher;executive headteacher;executive head teacher;executive head;exec head;acting headteacher;"
                + "acting head;interim headteacher;interim head;headmaster;headmistress;principal;executive principal;"
                + "co headteacher;ht"),
        (SeniorLeader,
            "deputy head;deputy headteacher;deputy head teacher;deputy principal;vice principal;assistant head;"
                + "assistant headteacher;assistant head teacher;assistant principal;associate headteacher;aht;dht;slt;"
                + "slt member;member of slt;senior leadership team;deputy headmaster;deputy headmistress;senior vice "
                + "principal;assistant vice principal;acting deputy head"),
        ("teacher",
            "class teacher;classroom teacher;subject teacher;ect;ect teacher;ect1;ect2;early career teacher;nqt;newly "
                + "qualified teacher;trainee teacher;student teacher;scitt trainee;teacher trainee;unqualified "
                + "teacher;supply teacher;cover teacher;form teacher;teacher of;qualified teacher;main scale teacher;"
                + "upper pay scale teacher;lecturer"),
        (Assistant,
            "ta;hlta;tas;classroom assistant;lsa;learning support assistant;learning support;higher level teaching "
                + "assistant;teaching assistant 1;sen support assistant;special support assistant;special needs "
                + "assistant;teacher assistant;classroom support assistant;general teaching assistant"),
        ("staff",
            "office manager;school business manager;business manager;sbm;caretaker;assistant caretaker;site manager;"
                + "site supervisor;site staff;premises manager;premises officer;facilities manager;estates manager;"
                + "cleaner;cleaning supervisor;cook;chef;catering assistant;catering manager;kitchen assistant;"
                + "kitchen staff;midday supervisor;midday supervisory assistant;midday assistant;midday meals "
                + "supervisor;lunchtime supervisor;lunchtime assistant;lunchtime supervisory assistant;msa;mdsa;"
                + "receptionist;secretary;school secretary;administrator;admin;school administrator;admin assistant;"
                + "admin officer;administrative assistant;administrative officer;administration officer;office staff;"
                + "office administrator;clerical assistant;clerk;clerk to governors;clerk to the governors;finance "
                + "officer;finance manager;finance assistant;bursar;hr manager;hr officer;it technician;ict "
                + "technician;it manager;network manager;technician;science technician;laboratory technician;lab "
                + "technician;dt technician;librarian;school librarian;library assistant;cover supervisor;cover "
                + "manager;exams officer;examinations officer;exams manager;attendance officer;data manager;data "
                + "officer;learning mentor;behaviour mentor;pastoral support worker;pastoral support officer;family "
                + "liaison officer;family support worker;home school link worker;counsellor;school counsellor;school "
                + "nurse;nurse;matron;welfare officer;welfare assistant;first aider;minibus driver;driver;groundsman;"
                + "groundsperson;gardener;early years practitioner;nursery practitioner;nursery nurse;nursery "
                + "assistant;nursery worker;early years assistant;early years educator;room leader;key worker;"
                + "playworker;play leader;breakfast club assistant;after school club assistant;wraparound care "
                + "assistant;marketing officer;marketing manager;communications officer;personal assistant;pa;pa to "
                + "the head;pa to the headteacher;headteachers pa;invigilator;exam invigilator;exams invigilator;"
                + "reprographics technician;support staff;non teaching staff;other staff;apprentice;sports coach;"
                + "careers adviser;careers lead;handyman;maintenance;maintenance officer"),
        ("governor",
            "trustee;school governor;parent governor;staff governor;co opted governor;coopted governor;foundation "
                + "governor;local authority governor;la governor;associate governor;link governor;safeguarding "
                + "governor;vice chair of governors;vice chair;director trustee;board member;parent trustee"),
        ("chair of governors", "chair;chair of trustees;chair of the governing body;chair of the board"),
        ("parent",
            "foster carer;foster parent;foster mother;foster father;carer;parent carer;mother;father;mum;dad;step "
                + "parent;stepparent;step mother;step father;stepmother;stepfather;legal guardian;guardian;adoptive "
                + "parent;adopter;special guardian"),
        ("relative", "grandparent;grandmother;grandfather;aunt;uncle;sibling;relative;other relative;grandma;grandad"),
        ("volunteer", "volunteer;volunteer reader;reading volunteer;parent helper;helper"),
        ("contractor",
            "contractor;agency worker;agency staff;peripatetic teacher;peripatetic music teacher;visiting music "
                + "teacher"),
        (RoleNames.Student, "pupil;learner;child"),
        ("deputy designated safeguarding lead",
            "ddsl;deputy dsl;deputy safeguarding lead;deputy designated safeguarding lead;deputy designated "
                + "safeguarding officer"),
        ("designated safeguarding lead",
            "dsl;safeguarding lead;designated safeguarding officer;designated person for safeguarding"),
    }.SelectMany(entry => entry.Titles.Split(';').Select(title => (Title: Folding.Of(title), entry.Role)))
        .DistinctBy(pair => pair.Title)
        .ToFrozenDictionary(pair => pair.Title, pair => pair.Role, StringComparer.Ordinal);

    /// <summary>The role that a title plainly is; <see langword="null"/> if it could be another.</summary>
    public static string? Find(string title)
    {
        title = WithoutHours(title);
        var plain = Folding.Of(title);
        // Else it is two titles, each looked at by itself.
        var isOne = !title.Any(",;/&+|".Contains);
        return Known.GetValueOrDefault(plain)
            ?? (isOne && IsTeacher(plain) ? "teacher" : isOne && IsAssistant(plain) ? Assistant : null);
    }

    /// <summary>A title without how much of a post it is, and for how long: that says nothing about which.</summary>
    public static string WithoutHours(string title) => Hours().Replace(title, "").Trim();

    [GeneratedRegex(
        @"\s*(?:[(\[]\s*|\s-\s*)(?:[0-9][0-9./% ]*)?\s*(?:fte|(?:part|full|term)[ -]?time(?: only)?|job ?share|"
        + @"temporary|temp|fixed[ -]term|permanent|maternity cover|ppa(?: cover)?|[0-9.]+)\s*[)\]]?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hours();

    // "Year 3 teacher", "English teacher", "teacher of mathematics"; never a head of anything.
    private static bool IsTeacher(string plain) =>
        !plain.Contains("head", StringComparison.Ordinal) && !plain.Contains("former", StringComparison.Ordinal)
            && !plain.Contains("deputy", StringComparison.Ordinal)
        && !plain.Contains("lead", StringComparison.Ordinal)
            && (plain.EndsWith(" teacher", StringComparison.Ordinal)
            || plain.StartsWith("teacher of ", StringComparison.Ordinal));

    private static bool IsAssistant(string plain) =>
        plain.EndsWith(" teaching assistant", StringComparison.Ordinal)
            || plain.EndsWith(" ta", StringComparison.Ordinal) || plain.EndsWith(" hlta", StringComparison.Ordinal)
        || plain.StartsWith("teaching assistant ", StringComparison.Ordinal)
            || plain.StartsWith("ta level ", StringComparison.Ordinal)
            || plain.StartsWith("hlta ", StringComparison.Ordinal);
}

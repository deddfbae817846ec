using Lanyard.Domain.Vocabulary;

namespace Lanyard.Decisions.Worries;

/// <summary>What counts of the role of the one who tells of a worry.</summary>
internal readonly record struct Asker(Concept? Role)
{
    public bool IsYoung => Role?.Name is "young person" or "student";

    public bool IsFamily => Role?.Name is "family" or "parent" or "relative";

    public bool IsAtWork => Role is not null && !IsYoung && !IsFamily
        && Role.Name is not ("former student" or "member of the public" or "person");

    public bool IsHead => Role?.Name == "headteacher";

    public bool IsChair => Role?.Name == "chair of governors";

    public bool IsLead => Role?.Name == "designated safeguarding lead";
}

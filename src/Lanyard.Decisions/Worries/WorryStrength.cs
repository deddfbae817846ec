namespace Lanyard.Decisions.Worries;

/// <summary>How sure a pattern of words is.</summary>
internal enum WorryStrength
{
    /// <summary>A worry only beside another, or where a child tells it, or where somebody asks who to tell.</summary>
    Hint,

    /// <summary>A worry where it is told, and no leave is asked for anything.</summary>
    Told,

    /// <summary>A worry where it is told, but not where leave is asked.</summary>
    Sure,

    /// <summary>A worry even where leave is asked for it.</summary>
    Always,
}

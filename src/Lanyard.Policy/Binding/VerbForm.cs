namespace Lanyard.Policy.Binding;

/// <summary>The form of a verb.</summary>
public enum VerbForm
{
    /// <summary>As after "must": message.</summary>
    Base,

    /// <summary>As after "a teacher": messages.</summary>
    Present,

    /// <summary>As of what is done: messaged.</summary>
    Past,
}

namespace Lanyard.Domain;

/// <summary>An id of one kind of thing, so that a person's id is never taken for a school's.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>The id itself, which sorts by the time at which it was given.</summary>
    Guid Value { get; }

    /// <summary>The id with this value.</summary>
    static abstract TSelf From(Guid value);
}

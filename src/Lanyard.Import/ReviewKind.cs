namespace Lanyard.Import;

/// <summary>What a date beside a label is the date of.</summary>
internal enum ReviewKind
{
    None,

    /// <summary>When the document was last reviewed.</summary>
    Last,

    /// <summary>When it will be reviewed next.</summary>
    Next,

    /// <summary>When it was approved or issued.</summary>
    Issue,

    /// <summary>A "review date", which may be either.</summary>
    Unclear,
}

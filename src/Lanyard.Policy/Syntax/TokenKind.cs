namespace Lanyard.Policy.Syntax;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>A word or a number.</summary>
    Word,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>The full stop that ends a sentence.</summary>
    Stop,

    /// <summary>A title between quotation marks.</summary>
    Quoted,

    /// <summary>The arrow before what a scenario expects.</summary>
    Arrow,

    /// <summary>A character that no sentence uses.</summary>
    Other,
}

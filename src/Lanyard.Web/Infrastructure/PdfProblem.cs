namespace Lanyard.Web.Infrastructure;

/// <summary>Why no text came out of a PDF.</summary>
public enum PdfProblem
{
    /// <summary>There is text.</summary>
    None,

    /// <summary>The program pdftotext is not installed.</summary>
    NoProgram,

    /// <summary>The PDF is damaged or locked.</summary>
    Unreadable,

    /// <summary>It takes too long, or says more than any policy does.</summary>
    TooMuch,
}

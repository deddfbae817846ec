using Lanyard.Records.Storage;
using Lanyard.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Features.Status;

/// <summary>Says that something failed, and by which number the log knows it; or that nothing can be written at the
/// moment.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class FaultPage : PageModel
{
    public string Number => HttpContext.TraceIdentifier;

    /// <summary>Why nothing could be written, in words; <see langword="null"/> if something else failed.</summary>
    public string? NotWritten => Problem is { } problem ? NotWrittenWords.Of(problem.Cause) : null;

    private NotWrittenException? Problem =>
        HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as NotWrittenException
            ?? HttpContext.Items[typeof(NotWrittenException)] as NotWrittenException;

    public void OnGet() => Mark();

    public void OnPost() => Mark();

    private void Mark()
    {
        Response.StatusCode = StatusCodes.Status500InternalServerError;
        if (Problem is not null)
        {
            NotWrittenWords.Mark(Response);
        }
    }
}

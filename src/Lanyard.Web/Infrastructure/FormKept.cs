using Lanyard.Records.Storage;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lanyard.Web.Infrastructure;

/// <summary>Gives a form back as it was filled in when nothing could be written, and says why.</summary>
internal sealed class FormKept(ILogger<FormKept> log) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done is not { Exception: NotWrittenException problem, ExceptionHandled: false,
            HandlerInstance: PageModel page } || HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            return;
        }

        log.LogError(problem, "Nothing could be written: {Cause}", problem.Cause);
        // a page that cannot be drawn in this state says so elsewhere
        context.HttpContext.Items[typeof(NotWrittenException)] = problem;
        page.ModelState.AddModelError("", NotWrittenWords.Of(problem.Cause));
        NotWrittenWords.Mark(context.HttpContext.Response);
        done.ExceptionHandled = true;
        done.Result = page.Page();
    }
}

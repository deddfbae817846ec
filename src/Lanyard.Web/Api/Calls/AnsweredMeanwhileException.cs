namespace Lanyard.Web.Api.Calls;

/// <summary>The same request was answered while this one was worked on, so nothing was written.</summary>
internal sealed class AnsweredMeanwhileException() : Exception("A request with the same idempotency key was answered meanwhile. Give that answer again.");

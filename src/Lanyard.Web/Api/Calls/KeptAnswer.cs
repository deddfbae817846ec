namespace Lanyard.Web.Api.Calls;

/// <summary>An answer that was given to a request with an idempotency key.</summary>
/// <param name="Content">The fingerprint of the request and the answer, protected: they may hold names.</param>
/// <param name="Until">How long it is kept.</param>
internal sealed record KeptAnswer(string Content, DateTimeOffset Until);

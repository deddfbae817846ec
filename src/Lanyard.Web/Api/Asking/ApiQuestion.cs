using System.Text.Json;

namespace Lanyard.Web.Api.Asking;

/// <summary>What is asked: a question in English, or a situation.</summary>
/// <param name="Question">The question, in plain English.</param>
/// <param name="As">The role of whoever asks; the first role of the token's person where none is named. For a question only.</param>
/// <param name="Situation">A situation, with a property for each known facet.</param>
/// <param name="Policy">The id of the one policy to ask; all that are in force where none is named.</param>
/// <param name="Anonymous">Whether only the situation is kept, and not who asked. Where nothing is said, so it is for
/// young people, and not for others.</param>
/// <param name="Confirmed">Whether somebody has said that what was understood is right.</param>
internal sealed record ApiQuestion(
    string? Question = null, string? As = null, JsonElement? Situation = null, string? Policy = null,
    bool? Anonymous = null, bool Confirmed = false);

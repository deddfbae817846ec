using Lanyard.Web.Infrastructure;

namespace Lanyard.Web.Features.Ask;

/// <summary>A question with what was answered.</summary>
/// <param name="Question">The question.</param>
/// <param name="Chosen">What was chosen or ticked.</param>
public sealed record GivenAnswer(AskedQuestion Question, IReadOnlyList<string> Chosen)
{
    /// <summary>The answer in words.</summary>
    public string InWords
    {
        get
        {
            var texts = Question.Choices.Where(choice => Chosen.Contains(choice.Value)).Select(choice => choice.Text);
            return Chosen.Count == 0 ? "None of these" : Roles.Capital(string.Join("; ", texts));
        }
    }
}

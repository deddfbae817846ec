using System.Globalization;
using Lanyard.Domain.Naming;
using Lanyard.Web.Infrastructure;
using Lanyard.Web.Infrastructure.Fields;
using Lanyard.Workflows.Organisations;
using Lanyard.Workflows.People;
using Lanyard.Workflows.People.Import;

namespace Lanyard.Web.Features.People.ImportPeople;

/// <summary>What somebody says about a file, as the preview asks it.</summary>
public sealed class AnswerForm
{
    /// <summary>The whole organisation, among the schools.</summary>
    public const string Whole = "whole";

    private const string NoYear = "none";
    private const string NotRead = "none";

    /// <summary>What columns hold.</summary>
    public Dictionary<string, string> Column { get; set; } = [];

    /// <summary>The role of everybody.</summary>
    public string AllRole { get; set; } = "";

    /// <summary>The school of everybody.</summary>
    public string AllSchool { get; set; } = "";

    /// <summary>What job titles mean.</summary>
    public Dictionary<string, string> Title { get; set; } = [];

    /// <summary>What year groups mean.</summary>
    public Dictionary<string, string> Year { get; set; } = [];

    /// <summary>Whether lines are about somebody who is known.</summary>
    public Dictionary<string, string> Same { get; set; } = [];

    /// <summary>The same for every line that waits.</summary>
    public string SameAll { get; set; } = "";

    /// <summary>What a column may hold.</summary>
    public static IReadOnlyList<FieldChoice> ColumnChoices { get; } = [
        new(NotRead, "Do not read it"),
        .. PeopleColumns.All.Select(column => new FieldChoice(column, Roles.Capital(column)))];

    /// <summary>What a job title may mean.</summary>
    public static IReadOnlyList<FieldChoice> TitleChoices { get; } = [new("", "Say later"), .. Roles.Choices];

    /// <summary>What a year group may mean.</summary>
    public static IReadOnlyList<FieldChoice> YearChoices { get; } =
        [new("", "Say later"), new(NoYear, "No year group"),
            .. YearGroups.All.Select(
            year => new FieldChoice(year.ToString(CultureInfo.InvariantCulture), YearGroups.InWords(year)))];

    /// <summary>What may be said to whether it is the same person.</summary>
    public static IReadOnlyList<FieldChoice> SameChoices { get; } = [
        new("", "Say later"), new("same", "The same person"), new("other", "Somebody else")];

    /// <summary>What the value of a column's field is.</summary>
    public static string Value(ColumnMatch column) => column.Column ?? NotRead;

    /// <summary>What the value of a year's field is.</summary>
    public static string Value(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? NoYear;

    /// <summary>What the value of an answer's field is.</summary>
    public static string Value(SameAnswer answer) =>
        answer switch { SameAnswer.Same => "same", SameAnswer.Other => "other", _ => "" };

    /// <summary>The schools there are to choose from.</summary>
    public static IReadOnlyList<FieldChoice> SchoolChoices(IEnumerable<School> schools) =>
        [new("", "Choose a school"), .. schools.Select(school => new FieldChoice(school.Name, school.Name)),
            new(Whole, "The whole organisation")];

    /// <summary>What was said before, with what is said now.</summary>
    /// <param name="before">What was said before.</param>
    /// <param name="file">What the file tells so far.</param>
    /// <param name="plan">What it would change so far.</param>
    public ImportAnswers Read(ImportAnswers before, ImportedPeople file, ImportPlan plan) => before with
    {
        Columns = before.Columns.SetItems(
            file.Columns.Where(
            column => Column.TryGetValue(column.Key, out var said) && said != Value(column)
            && ColumnChoices.Any(choice => choice.Value == said))
            .DistinctBy(column => column.Key).Select(column => KeyValuePair.Create(column.Key, Column[column.Key]))),
        Role = Roles.All.Contains(AllRole) ? AllRole : before.Role,
        School = AllSchool.Length == 0 ? before.School : AllSchool == Whole ? "" : AllSchool,
        Titles = before.Titles.SetItems(
            Title.Where(said => Roles.All.Contains(said.Value))
            .Select(said => KeyValuePair.Create(Folding.Of(said.Key), said.Value))),
        Years = before.Years.SetItems(
            Year.Where(said => said.Value.Length > 0)
            .Select(said => KeyValuePair.Create(Folding.Of(said.Key), YearOf(said.Value)))),
        // looked at just before
        Same = before.Same.SetItems(
            plan.Questions.Select(question => (question.Line, Answer: AnswerTo(question)))
            .Where(said => said.Answer is not null).Select(said => KeyValuePair.Create(said.Line, said.Answer!.Value))),
    };

    private static int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year)
        && YearGroups.All.Contains(year) ? year : null;

    private SameAnswer? AnswerTo(SameQuestion question)
    {
        var said = Same.GetValueOrDefault(question.Line.ToString(CultureInfo.InvariantCulture), "");
        return (said.Length == 0 && question.Waits ? SameAll : said) switch { "same" =>
            SameAnswer.Same, "other" => SameAnswer.Other, _ => null };
    }
}

using System.Text.Json.Serialization;

namespace Lanyard.Web.Api.Problems;

/// <summary>What an error says, after RFC 9457.</summary>
/// <param name="Type">The address that explains the kind of problem.</param>
/// <param name="Code">The kind of problem, which does not change.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">What is wrong this time.</param>
/// <param name="Errors">What is wrong with which field; the empty name stands for the whole.</param>
/// <param name="Scope">The scope that is missing.</param>
/// <param name="Number">The number by which the log knows it.</param>
public sealed record ApiProblemAnswer(
    string Type,
    string Code,
    string Title,
    int Status,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Scope = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number = null);

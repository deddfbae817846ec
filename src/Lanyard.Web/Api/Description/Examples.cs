namespace Lanyard.Web.Api.Description;

/// <summary>Examples of requests and answers. Each is read as what it stands for by a test.</summary>
internal static class Examples
{
    private const string Person = """{ "id": "0198c0de5a7b7c3e9f1a2b3c4d5e6f70", "name": "Kit Moss", "email": "kit.moss@school.example", "externalId": null, "upn": null, "yearGroup": null, "roles": [{ "role": "teacher", "school": null, "isDeputy": false }], "joined": "2026-09-01", "left": null, "absence": null }""";
    private const string Body = """{ "name": "Kit Moss", "email": "kit.moss@school.example", "roles": [{ "role": "teacher" }] }""";

    private static readonly Dictionary<string, string> All = new()
    {
        ["getPerson.answer"] = Person,
        ["addPerson.request"] = Body,
        ["addPerson.answer"] = Person,
        ["changePerson.request"] = Body,
        ["changePerson.answer"] = Person,
        ["listPeople.answer"] = $$"""{ "items": [{{Person}}], "next": null }""",
        ["ask.request"] = """{ "question": "May I message a parent from my personal account?", "as": "teacher" }""",
        ["acceptPolicy.request"] = """{ "hash": "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }""",
    };

    /// <summary>Every example by its name: the operation, and whether it is the request or the answer.</summary>
    public static IReadOnlyDictionary<string, string> Named => All;

    /// <summary>An example; <see langword="null"/> if there is none of that name.</summary>
    public static string? Find(string name) => All.GetValueOrDefault(name);
}

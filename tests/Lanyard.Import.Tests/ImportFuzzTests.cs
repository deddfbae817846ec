using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lanyard.Policy.Diagnostics;
using Lanyard.Policy.Literate;
using Lanyard.Policy.Text;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Import.Tests;

/// <summary>Bad documents of every kind: a draft or a clear answer, never an exception.</summary>
public sealed class ImportFuzzTests
{
    [Fact]
    public void AnyText_ImportsToUniqueClausesAndADraftThatCanBeRead() =>
        Prop.ForAll<string[]>(lines =>
        {
            var result = PolicyImport.Read(Encoding.UTF8.GetBytes("Any Policy\n\n1 Part\n\n" + string.Join("\n", lines ?? [])));
            if (result.Document is not { } document)
            {
                return result.Problem is not null;
            }

            var draft = LiteratePolicy.From(new SourceText("draft.md", PolicyDraft.Write(document, "any.txt", "Ashfield", _ => [])));
            return document.Clauses.Select(clause => clause.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count() == document.Clauses.Length
                && draft.FrontMatter.Organisation == "Ashfield"
                && !draft.Diagnostics.Any(diagnostic => diagnostic is FrontMatterUnreadable or UnknownKey or RepeatedClause);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Document_OfRandomBytes_IsReadOrSaysWhy()
    {
        var random = new Random(17);
        for (var count = 0; count < 400; count++)
        {
            var bytes = new byte[random.Next(1, 3_000)];
            random.NextBytes(bytes);
            if (count % 3 == 0)
            {
                "PK\u0003\u0004"u8.CopyTo(bytes.Length >= 4 ? bytes : new byte[4]);
            }

            var result = PolicyImport.Read(bytes);
            (result.Document is null).ShouldBe(result.Problem is not null);
        }
    }

    [Fact]
    public void PdfText_HoweverMangled_IsReadOrSaysWhy()
    {
        var random = new Random(19);
        var good = string.Concat(Enumerable.Range(1, 4).Select(page => $"  Ashfield School\n\n {page}.1   Staff keep apart what is theirs and what is the\n       school's, at all times.\n\n   {page}\n\f"));
        for (var count = 0; count < 400; count++)
        {
            var result = PolicyImport.ReadPdfText(Mangling.Of(good, random));
            (result.Document is null).ShouldBe(result.Problem is not null);
        }
    }
}

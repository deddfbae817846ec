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
                var result = PolicyImport.Read(
                    Encoding.UTF8.GetBytes("Any Policy\n\n1 Part\n\n" + string.Join("\n", lines ?? []))
                );
                if (result.Document is not { } document)
                {
                    return result.Problem is not null;
                }

                var draft = LiteratePolicy.From(
                    new SourceText("draft.md", PolicyDraft.Write(document, "any.txt", "Ashfield", _ => []))
                );
                return document.Clauses.Select(clause => clause.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count()
                        == document.Clauses.Length
                    && draft.FrontMatter.Organisation == "Ashfield"
                    && !draft.Diagnostics.Any(diagnostic =>
                        diagnostic is FrontMatterUnreadable or UnknownKey or RepeatedClause
                    );
            })
            .QuickCheckThrowOnFailure();

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
    public void Pdf_HoweverDamaged_IsReadOrSaysWhy()
    {
        var random = new Random(19);
        var good = new SamplePdf()
            .Page()
            .Lines(
                60,
                780,
                "Safety Policy",
                "1 Aims",
                "1.1 Staff keep apart what is theirs and what is the",
                "school's, at all times."
            )
            .Bytes();
        for (var count = 0; count < 150; count++)
        {
            var bad = (byte[])good.Clone();
            for (var flip = random.Next(1, 30); flip > 0; flip--)
            {
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            }

            var result = PolicyImport.Read(count % 4 == 0 ? bad.AsMemory(0, random.Next(8, bad.Length)) : bad);
            (result.Document is null).ShouldBe(result.Problem is not null);
        }
    }

    [Theory]
    [InlineData(
        "{\\rtf1\\ansi {\\b Safety Policy}\\par 1.1 Staff must not message pupils.\\par {\\listtext "
            + "(a)\\tab}one\\cell two\\cell\\row \\u8226?x}"
    )]
    [InlineData(
        "<!doctype html><title>x</title><h1>Safety "
            + "Policy</h1><ul><li>one<li>two</ul><table><tr><th>a<th>b<tr><td>c<td>d</table><!-- x --><p hidden>y"
    )]
    [InlineData(
        "---\ntitle: x\n---\n# Safety Policy\n\n| a | b |\n|---|---|\n| c | d |\n\n- x[^1]\n\n[^1]: y\n\n```\nz\n```\n"
    )]
    public void MarkedUpText_HoweverMangled_IsReadOrSaysWhy(string good)
    {
        var random = new Random(23);
        for (var count = 0; count < 300; count++)
        {
            var result = PolicyImport.Read(Encoding.UTF8.GetBytes(Mangling.Of(good, random)));
            (result.Document is null).ShouldBe(result.Problem is not null);
        }
    }
}

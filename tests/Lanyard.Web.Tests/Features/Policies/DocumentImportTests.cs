using System.Text;
using Lanyard.Web.Features.Policies.AddPolicy;
using Microsoft.AspNetCore.Http;
using Shouldly;

namespace Lanyard.Web.Tests.Features.Policies;

public sealed class DocumentImportTests
{
    [Fact]
    public async Task DocumentTooLongForAllProposals_ComesInWholeAndSaysSo()
    {
        var bytes = Encoding.UTF8.GetBytes("Long Policy\n\n1 Staff\n\n1.1 Staff must not message pupils.\n");
        var file = new FormFile(new MemoryStream(bytes), 0, bytes.Length, "Document", "long.txt");

        var (text, problem) = await new DocumentImport { Patience = TimeSpan.Zero }.ReadAsync(
            file,
            "Ashfield",
            TestContext.Current.CancellationToken
        );

        problem.ShouldBeNull();
        text.ShouldNotBeNull().ShouldContain("Staff must not message pupils.");
        text.ShouldContain("for 1 sentences no proposal was sought, since the document is long");
    }
}

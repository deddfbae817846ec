namespace Lanyard.Import.Tests;

internal enum MadeKind
{
    Heading,
    Clause,
    Paragraph,
    List,
    Table,
}

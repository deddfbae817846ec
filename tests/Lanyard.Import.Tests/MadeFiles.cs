using System.Text;

namespace Lanyard.Import.Tests;

/// <summary>Writes a made-up document as a school would: as text, Markdown, HTML, DOCX, RTF or PDF.</summary>
internal static class MadeFiles
{
    private const int Foot = 60;
    private const int LettersALine = 84;

    public static byte[] Text(MadeDocument made)
    {
        var text = new StringBuilder().Append(made.Title).Append("\n\n");
        foreach (var block in made.Blocks)
        {
            text.Append(
                    block.Kind == MadeKind.Table
                        ? string.Join('\n', block.Rows.Select(row => string.Join('\t', row)))
                        : block.Numbered
                )
                .Append('\n');
            text.Append(string.Concat(block.Items.Select(item => $"- {item}\n"))).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Markdown(MadeDocument made)
    {
        var text = new StringBuilder("# ").Append(made.Title).Append("\n\n");
        foreach (var block in made.Blocks)
        {
            text.Append(
                    block.Kind switch
                    {
                        MadeKind.Heading => $"## {block.Numbered}",
                        MadeKind.Table =>
                            string.Join('\n', [Bars(block.Rows[0]), "|---|---|", .. block.Rows.Skip(1).Select(Bars)]),
                        _ => Wrapped(block.Numbered, 60, "\n"),
                    }
                )
                .Append("\n\n")
                .Append(string.Concat(block.Items.Select(item => $"* {Wrapped(item, 40, "\n  ")}\n")))
                .Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Html(MadeDocument made) =>
        Encoding.UTF8.GetBytes(
            $"<!doctype html><html><body><h1>{made.Title}</h1>"
                + string.Concat(
                    made.Blocks.Select(block =>
                        block.Kind switch
                        {
                            MadeKind.Heading => $"<h2>{block.Numbered}</h2>",
                            MadeKind.Table =>
                                $"<table>{string.Concat(block.Rows.Select(row => $"<tr>{Each(row, "<td>")}</tr>"))}</table>",
                            _ =>
                                $"<p>{Wrapped(block.Numbered, 60, "\n")}</p>"
                                    + (block.Items.Length == 0 ? "" : $"<ul>{Each(block.Items, "<li>")}</ul>"),
                        }
                    )
                )
                + "</body></html>"
        );

    public static byte[] Docx(MadeDocument made)
    {
        var numbering = SampleDocx.Definition(0, SampleDocx.Level(0, "bullet", "\uF0B7")) + SampleDocx.List(1, 0);
        return SampleDocx.Of(
            SampleDocx.Title(made.Title)
                + string.Concat(
                    made.Blocks.Select(block =>
                        block.Kind switch
                        {
                            MadeKind.Heading => SampleDocx.Heading(block.Numbered),
                            MadeKind.Table => SampleDocx.Table(block.Rows),
                            _ => SampleDocx.Paragraph(block.Numbered)
                                + string.Concat(block.Items.Select(item => SampleDocx.Item(item, 1))),
                        }
                    )
                ),
            numbering
        );
    }

    public static byte[] Rtf(MadeDocument made) =>
        Encoding.ASCII.GetBytes(
            $"{{\\rtf1\\ansi \\pard\\outlinelevel0 {made.Title}\\par\\pard "
                + string.Concat(
                    made.Blocks.Select(block =>
                        block.Kind switch
                        {
                            MadeKind.Heading => $"\\pard\\outlinelevel1 {block.Numbered}\\par\\pard ",
                            MadeKind.Table => string.Concat(
                                block.Rows.Select(row =>
                                    $"\\trowd\\intbl {string.Concat(row.Select(cell => $"{cell}\\cell "))}\\row\\pard "
                                )
                            ),
                            _ => $"{block.Numbered}\\par "
                                + string.Concat(block.Items.Select(item => $"{{\\listtext\\'b7\\tab}}{item}\\par ")),
                        }
                    )
                )
                + "}"
        );

    /// <summary>As a word processor exports it: wrapped lines, bullets of a symbol font, pages with heads and feet,
    /// tables with rules.</summary>
    public static byte[] Pdf(MadeDocument made)
    {
        var pdf = new SamplePdf().Page().Text(60, 780, made.Title, 18, isBold: true);
        var height = 740.0;
        var page = 1;
        foreach (var block in made.Blocks)
        {
            if (block.Kind == MadeKind.Table)
            {
                Rows(block);
                continue;
            }

            Write(60, block.Numbered, LettersALine, block.Kind == MadeKind.Heading);
            foreach (var item in block.Items)
            {
                Write(96, item, LettersALine - 8, isHeading: false, bullet: 78);
            }

            height -= 8;
        }

        return pdf.Text(280, 25, $"Page {page}", 9).Bytes();

        void Turn(double room)
        {
            if (height - room < Foot)
            {
                pdf.Text(280, 25, $"Page {page++}", 9).Page();
                height = 780;
            }
        }

        void Write(double left, string text, int letters, bool isHeading, double bullet = 0)
        {
            Turn(isHeading ? 60 : 0);
            if (bullet > 0)
            {
                pdf.Text(bullet, height, SamplePdf.WordBullet);
            }

            foreach (var line in Wrapped(text, letters, "\n").Split('\n'))
            {
                Turn(0);
                pdf.Text(left, height, line, isHeading ? 13 : 11, isHeading);
                height -= isHeading ? 20 : 14;
            }
        }

        void Rows(MadeBlock block)
        {
            Turn(200);
            height -= 6;
            foreach (var row in block.Rows)
            {
                pdf.Rule(55, 540, height + 12);
                var cells = row.Select(cell => Wrapped(cell, 38, "\n").Split('\n')).ToList();
                pdf.Lines(60, height, cells[0]).Lines(310, height, cells[1]);
                height -= (14 * cells.Max(cell => cell.Length)) + 6;
            }

            pdf.Rule(55, 540, height + 12);
            height -= 14;
        }
    }

    /// <summary>Two columns a page, without rules.</summary>
    public static byte[] Columns(MadeDocument made)
    {
        var lines = made
            .Blocks.Where(block => block.Kind != MadeKind.Table)
            .SelectMany(block =>
                Wrapped(block.Numbered, 42, "\n")
                    .Split('\n')
                    .Select(line => (0, line))
                    .Concat(
                        block.Items.SelectMany(item =>
                            Wrapped($"\u2022 {item}", 38, "\n").Split('\n').Select(line => (10, line))
                        )
                    )
            )
            .ToList();
        var pdf = new SamplePdf();
        for (var at = 0; at < lines.Count; at++)
        {
            var (column, row) = (at / 40 % 2, at % 40);
            pdf = at % 80 == 0 ? pdf.Page() : pdf;
            pdf.Text(
                (column == 0 ? 50 : 310) + lines[at].Item1,
                780 - (row * 16),
                lines[at].line.Replace('\u2022', '\u0095')
            );
        }

        return pdf.Bytes();
    }

    private static string Bars(string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string Each(string[] texts, string before) => string.Concat(texts.Select(text => before + text));

    private static string Wrapped(string text, int letters, string end)
    {
        var (wrapped, length) = (new StringBuilder(), 0);
        foreach (var word in text.Split(' '))
        {
            var isNext = length > 0 && length + word.Length + 1 > letters;
            wrapped
                .Append(
                    isNext ? end
                    : length == 0 ? ""
                    : " "
                )
                .Append(word);
            length = isNext ? word.Length : length + word.Length + 1;
        }

        return wrapped.ToString();
    }
}

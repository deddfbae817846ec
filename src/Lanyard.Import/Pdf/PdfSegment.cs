namespace Lanyard.Import.Pdf;

/// <summary>Words of a PDF that stand on one line without a wide gap between them.</summary>
/// <param name="Text">What they say.</param>
/// <param name="Left">Where they begin, in points.</param>
/// <param name="Right">Where they end.</param>
/// <param name="Base">How high the line stands above the foot of the page.</param>
/// <param name="Size">The size of the letters.</param>
/// <param name="IsBold">Whether all of it is bold.</param>
/// <param name="FirstWord">How wide the first word is.</param>
internal sealed record PdfSegment(
    string Text,
    double Left,
    double Right,
    double Base,
    double Size,
    bool IsBold,
    double FirstWord
)
{
    public bool IsMark => Marker.Of(Text + " x") is { Kind: not MarkerKind.None, Text: "x" };

    /// <summary>Both as one.</summary>
    public PdfSegment With(PdfSegment next) =>
        this with
        {
            Text = $"{Text} {next.Text}",
            Right = Math.Max(Right, next.Right),
            Size = Math.Max(Size, next.Size),
            IsBold = IsBold && next.IsBold,
        };
}

using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lanyard.Import;

/// <summary>Writes a number as a word processor prints it: in digits, letters or Roman.</summary>
internal static class NumberForm
{
    private static readonly (int Value, string Sign)[] Signs =
    [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];

    /// <summary>The number in a form. A form that is not known is written in digits.</summary>
    public static string Of(int number, NumberFormatValues? form) =>
        form switch
        {
            var none when none == NumberFormatValues.None => "",
            var zero when zero == NumberFormatValues.DecimalZero => number.ToString("00", CultureInfo.InvariantCulture),
            var letter when letter == NumberFormatValues.LowerLetter => Letters(number),
            var letter when letter == NumberFormatValues.UpperLetter => Letters(number).ToUpperInvariant(),
            var roman when roman == NumberFormatValues.LowerRoman => Roman(number),
            var roman when roman == NumberFormatValues.UpperRoman => Roman(number).ToUpperInvariant(),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    // After z comes aa, then bb.
    private static string Letters(int number) =>
        number is < 1 or > 780
            ? number.ToString(CultureInfo.InvariantCulture)
            : new((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var roman = new StringBuilder();
        foreach (var (value, sign) in Signs)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(sign);
            }
        }

        return roman.ToString();
    }
}

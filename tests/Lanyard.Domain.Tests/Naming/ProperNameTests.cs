using Lanyard.Domain.Naming;
using Shouldly;

namespace Lanyard.Domain.Tests.Naming;

public sealed class ProperNameTests
{
    [Theory]
    [InlineData("Jo Carter")]
    [InlineData("Siobhán O’Connor-Ní Dhónaill")]
    [InlineData("José")] // a mark that combines, on its own
    [InlineData("नीलम शर्मा")]
    [InlineData("ක්‍රිෂ්ණ")] // a joiner that Sinhala needs
    [InlineData("شاه‌رخ")] // a non-joiner that Persian needs
    [InlineData("വിജയന്‍")] // a joiner at the end, as Malayalam had it
    [InlineData("山田 太郎")]
    [InlineData("葛󠄀城")] // a form of a letter that a family chose
    [InlineData("مدرسة")]
    [InlineData("St Mary’s & St John’s CofE (VA) Primary, No. 2")]
    [InlineData("Harbour Street 🚸")]
    public void Accepts_NamesAsPeopleSpellThem(string text)
    {
        ProperName.TryParse($"  {text} ", out var name, out var problem).ShouldBeTrue(problem);

        name.Value.ShouldBe(text);
    }

    [Theory]
    [InlineData(0x202A)]
    [InlineData(0x202B)]
    [InlineData(0x202C)]
    [InlineData(0x202D)]
    [InlineData(0x202E)]
    [InlineData(0x2066)]
    [InlineData(0x2067)]
    [InlineData(0x2068)]
    [InlineData(0x2069)]
    [InlineData(0x200E)]
    [InlineData(0x200F)]
    [InlineData(0x061C)]
    [InlineData(0x200B)]
    [InlineData(0x200C)]
    [InlineData(0x200D)]
    [InlineData(0x2060)]
    [InlineData(0xFEFF)]
    [InlineData(0x00AD)]
    [InlineData(0x0000)]
    [InlineData(0x000A)]
    [InlineData(0x007F)]
    [InlineData(0x0085)]
    [InlineData(0x2028)]
    [InlineData(0x034F)]
    [InlineData(0x3164)]
    [InlineData(0xE000)]
    [InlineData(0xFFFE)]
    [InlineData(0xE0041)]
    public void Rejects_WhatCannotBeSeen_AndSaysWhich(int hidden)
    {
        ProperName.TryParse($"Jo{char.ConvertFromUtf32(hidden)}Carter", out _, out var problem).ShouldBeFalse();

        problem.ShouldBe($"The name holds a character that cannot be seen (U+{hidden:X4}). Type the name instead of copying it");
    }

    [Theory]
    [InlineData("", "The name is missing")]
    [InlineData(" \t", "The name is missing")]
    [InlineData("---", "The name needs a letter or a digit")]
    [InlineData("شاه‌", "The name holds a character that cannot be seen (U+200C). Type the name instead of copying it")]
    [InlineData("ක්‍‍රි", "The name holds a character that cannot be seen (U+200D). Type the name instead of copying it")]
    public void Rejects_WhatIsNoName(string text, string expected)
    {
        ProperName.TryParse(text, out _, out var problem).ShouldBeFalse();

        problem.ShouldBe(expected);
    }

    [Fact]
    public void Rejects_HalfACharacter_AndWhatIsTooLong()
    {
        ProperName.TryParse("Jo" + '\uD800', out _, out var half).ShouldBeFalse();
        ProperName.TryParse(new string('a', ProperName.Longest + 1), out _, out var length).ShouldBeFalse();

        half.ShouldContain("U+D800");
        length.ShouldBe("The name is too long: it must have 200 characters or fewer");
        ProperName.TryParse(new string('a', ProperName.Longest), out _, out _).ShouldBeTrue();
    }
}

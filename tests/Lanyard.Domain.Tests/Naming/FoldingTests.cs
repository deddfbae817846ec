using Lanyard.Domain.Naming;
using Shouldly;

namespace Lanyard.Domain.Tests.Naming;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Siân Price-Jones", "Sian")]
    [InlineData("Siân Price-Jones", "price jones")]
    [InlineData("Siân Price-Jones", "pricejones")]
    [InlineData("Siân Price Jones", "Price-Jones")]
    [InlineData("Łukasz Żółć", "lukasz zolc")]
    [InlineData("Sean O’Neill", "O'Neill")]
    [InlineData("Sean O’Neill", "oneill")]
    [InlineData("Sean O'Neill", "o’neill SEAN")]
    [InlineData("Sean ONeill", "O'Neill")]
    [InlineData("Zoë Bell", "zoe")]
    [InlineData("Zoe\u0308 Bell", "Zoë")]
    [InlineData("Zoë Bell", "Zoe\u0308")]
    [InlineData("Bjørn Ðuraš", "bjorn duras")]
    [InlineData("Nguyễn Thị Ánh", "nguyen thi anh")]
    [InlineData("St. John Smythe", "st john")]
    [InlineData("Мария Ёлкина", "елкина")]
    [InlineData("jo.carter@school.example", "jo.carter@school.example")]
    public void Holds_WhatAKeyboardCanType(string name, string sought) => Folding.Holds(name, sought).ShouldBeTrue();

    [Theory]
    [InlineData("Siân Price", "Sean")]
    [InlineData("Zoë Bell", "ball")]
    [InlineData("Zoë Bell", "---")]
    public void Holds_NothingElse(string name, string sought) => Folding.Holds(name, sought).ShouldBeFalse();

    [Theory]
    [InlineData("Zoe\u0308", "Zoë")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("e\u0323\u0302", "ệ")]
    [InlineData("e\u0302\u0323", "ệ")]
    [InlineData("Łukasz", "Łukasz")]
    [InlineData("José", "José")]
    public void TheNormalForm_IsOne(string typed, string kept) => NormalForm.Of(typed).ShouldBe(kept);
}

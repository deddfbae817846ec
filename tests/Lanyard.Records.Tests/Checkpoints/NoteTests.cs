using Lanyard.Records.Checkpoints;
using Shouldly;

namespace Lanyard.Records.Tests.Checkpoints;

/// <summary>Notes, keys and signatures as the standards have them.</summary>
public sealed class NoteTests
{
    // RFC 8032, section 7.1: the first three test vectors.
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Signatures_AreThoseOfTheRfc(string seed, string publicKey, string message, string signature)
    {
        var key = new SigningKey(Convert.FromHexString(seed));

        Convert.ToHexStringLower(key.PublicKey()).ShouldBe(publicKey);
        Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))).ShouldBe(signature);
        SigningKey.IsSigned(key.PublicKey(), Convert.FromHexString(message), Convert.FromHexString(signature)).ShouldBeTrue();
        SigningKey.IsSigned(key.PublicKey(), [.. Convert.FromHexString(message), 1], Convert.FromHexString(signature)).ShouldBeFalse();
        SigningKey.IsSigned(new byte[32], Convert.FromHexString(message), Convert.FromHexString(signature)).ShouldBeFalse();
        SigningKey.IsSigned([1], Convert.FromHexString(message), [2]).ShouldBeFalse();
    }

    [Theory]
    [InlineData(NoteKeyKind.Log)]
    [InlineData(NoteKeyKind.Witness)]
    public void ANote_IsReadBack_AndHoldsForItsKeyAndItsTextAlone(NoteKeyKind kind)
    {
        var (key, signer) = Key(kind, "lanyard/one", 1);
        var now = new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
        var note = new SignedNote("lanyard/one\n7\nAAAA\n", [key.Sign("lanyard/one\n7\nAAAA\n", signer, now)]);

        SignedNote.TryRead(note.ToString(), out var read).ShouldBeTrue();
        read.ToString().ShouldBe(note.ToString());
        read.IsSignedBy(key).ShouldBeTrue();
        (read with { Text = "lanyard/one\n8\nAAAA\n" }).IsSignedBy(key).ShouldBeFalse();
        read.IsSignedBy(Key(kind, "lanyard/one", 2).Key).ShouldBeFalse();
        read.IsSignedBy(Key(kind, "lanyard/two", 1).Key).ShouldBeFalse();
        read.IsSignedBy(Key(kind == NoteKeyKind.Log ? NoteKeyKind.Witness : NoteKeyKind.Log, "lanyard/one", 1).Key).ShouldBeFalse();
        if (kind == NoteKeyKind.Witness)
        {
            NoteKey.TimeOf(read.Signatures[0]).ShouldBe(now);
        }
    }

    [Fact]
    public void ANote_MayHoldSignaturesOfOthers()
    {
        var (log, logSigner) = Key(NoteKeyKind.Log, "lanyard/one", 1);
        var (witness, witnessSigner) = Key(NoteKeyKind.Witness, "witness.example/w1", 2);
        const string text = "lanyard/one\n7\nAAAA\n";
        var note = new SignedNote(text, [log.Sign(text, logSigner, default), witness.Sign(text, witnessSigner, DateTimeOffset.UnixEpoch)]);

        (note.IsSignedBy(log), note.IsSignedBy(witness)).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n- name AAAAAAAA\n")]
    [InlineData("text\n\n— na me AAAAAAAA\n")]
    [InlineData("text\n\n— na+me AAAAAAAA\n")]
    [InlineData("text\n\n— name !!!!\n")]
    [InlineData("te\txt\n\n— name AAAAAAAA\n")]
    [InlineData("te\rxt\n\n— name AAAAAAAA\n")]
    public void WhatIsNoNote_IsNotRead(string text) => SignedNote.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void AKey_IsReadBackFromItsLine_AndFromNoOther()
    {
        var key = Key(NoteKeyKind.Witness, "lanyard-witness/ab", 3).Key;

        NoteKey.TryRead(key.ToString(), out var read).ShouldBeTrue();
        read.ToString().ShouldBe(key.ToString());
        NoteKey.TryRead(key.ToString().Replace("ab+", "ac+", StringComparison.Ordinal), out _).ShouldBeFalse();
        NoteKey.TryRead("name", out _).ShouldBeFalse();
        NoteKey.TryRead("name+00000000+AAAA", out _).ShouldBeFalse();
        NoteKey.TryRead("", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("lanyard/one\n7\n", false)]
    [InlineData("lanyard/one\n7\nAAAA\n", false)]
    [InlineData("lanyard/one\n07\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("lanyard/one\n-7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("lanyard/one\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", false)]
    [InlineData("lanyard/one\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n", false)]
    [InlineData("lanyard/one\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", true)]
    [InlineData("lanyard/one\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n", true)]
    public void ACheckpoint_HasThreeLines(string text, bool isRead) =>
        Checkpoint.TryRead(text, out _).ShouldBe(isRead);

    private static (NoteKey Key, SigningKey Signer) Key(NoteKeyKind kind, string name, byte seed)
    {
        var signer = new SigningKey([.. Enumerable.Repeat(seed, SigningKey.Bytes)]);
        return (new(name, kind, signer.PublicKey()), signer);
    }
}

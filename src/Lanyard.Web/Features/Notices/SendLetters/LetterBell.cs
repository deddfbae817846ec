using System.Threading.Channels;

namespace Lanyard.Web.Features.Notices.SendLetters;

/// <summary>Wakes whoever sends letters when there are new ones.</summary>
public sealed class LetterBell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Rings.</summary>
    public void Ring() => _rung.Writer.TryWrite(item: true);

    /// <summary>Waits until it has rung.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancel) => _rung.Reader.WaitToReadAsync(cancel);

    /// <summary>Makes it silent again.</summary>
    public void Hush() => _rung.Reader.TryRead(out _);
}

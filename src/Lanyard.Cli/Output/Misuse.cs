namespace Lanyard.Cli.Output;

/// <summary>The command was called in a way that it cannot work with. The message tells the person how to put it right.</summary>
internal sealed class Misuse(string message) : Exception(message);

using System.Text.Json.Serialization;

namespace Lanyard.Import;

/// <summary>What a document says, as it passes from the process that read it to the one that asked.</summary>
[JsonSerializable(typeof(ImportResult))]
internal sealed partial class ImportJson : JsonSerializerContext;

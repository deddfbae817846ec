using System.Xml.Linq;
using Lanyard.Records;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Lanyard.Web.Infrastructure.Keeping;

/// <summary>Opens what <see cref="SealedProtectionKeys"/> sealed. The framework makes it by the name that stands in the
/// file of the key.</summary>
public sealed class ProtectionKeyOpener(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<RecordBook>()
            .Open(encryptedElement.Value, SealedProtectionKeys.Purpose));
}

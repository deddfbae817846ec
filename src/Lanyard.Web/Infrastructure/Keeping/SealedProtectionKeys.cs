using System.Xml.Linq;
using Lanyard.Records;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Lanyard.Web.Infrastructure.Keeping;

/// <summary>Seals the keys of cookies and forms under the master key, so that the folder alone opens neither.</summary>
internal sealed class SealedProtectionKeys(RecordBook book) : IXmlEncryptor, IConfigureOptions<KeyManagementOptions>
{
    /// <summary>What they are sealed for.</summary>
    public const string Purpose = "lanyard-protection-key-1";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", book.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose)),
            typeof(ProtectionKeyOpener));

    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = this;
}

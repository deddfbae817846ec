using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Lanyard.Web.Infrastructure;

/// <summary>An empty field is an empty string, not nothing.</summary>
internal sealed class EmptyStaysEmpty : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
}

using System.Diagnostics.CodeAnalysis;

namespace CardShop.Activities.Connector;

/// <summary>The address that an activity names for its answers: untrusted until the sender is known.</summary>
public static class ServiceUrl
{
    /// <summary>Reads an address that can be posted to: absolute, http or https, nothing in it but a place.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? serviceUrl) =>
        Uri.TryCreate(text, UriKind.Absolute, out serviceUrl)
        && (serviceUrl.Scheme == Uri.UriSchemeHttp || serviceUrl.Scheme == Uri.UriSchemeHttps)
        && serviceUrl.UserInfo.Length + serviceUrl.Query.Length + serviceUrl.Fragment.Length == 0;
}

using CardShop.Bot.Hosting;

namespace CardShop.Bot.Evidence;

/// <summary>Section <c>Evidence</c>: how much is taken in, and where it is kept.</summary>
internal sealed class EvidenceOptions : ISettings
{
    private const long MaxBytes = 100 * 1024 * 1024;
    private const long MostPixels = 200_000_000;
    private const int MostFiles = 100;

    public static string Section => "Evidence";

    /// <summary>Where the encrypted bytes are kept.</summary>
    public EvidenceStoreKind Store { get; set; } = EvidenceStoreKind.Folder;

    /// <summary>The largest file that is taken, in bytes.</summary>
    public int MaxFileBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>The largest picture that is taken, in pixels.</summary>
    public long MaxPixels { get; set; } = 40_000_000;

    /// <summary>How many files one message may bring.</summary>
    public int MaxFilesPerMessage { get; set; } = 10;

    /// <summary>How many files one case may have.</summary>
    public int MaxFilesPerCase { get; set; } = 20;

    /// <summary>How long a link to the upload page works.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long the evidence of a case is kept once it was closed (rule E6): somebody may come back to it for a while, and the bundle is the customer's to keep for good.</summary>
    public TimeSpan KeptAfterClosing { get; set; } = TimeSpan.FromDays(180);

    /// <summary>The address of this host as customers reach it, for links to the upload page, such as <c>https://help.shop.example</c>; the one it listens on when empty.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The bucket, with <see cref="Store"/> <c>s3</c>.</summary>
    public S3Options S3 { get; set; } = new();

    /// <summary>The container, with <see cref="Store"/> <c>azure</c>.</summary>
    public AzureOptions Azure { get; set; } = new();

    /// <summary>How many bytes a request with files may have: as many as may be taken, and what stands around them.</summary>
    public long MaxRequestBytes => ((long)MaxFileBytes * MaxFilesPerMessage) + (1024 * 1024);

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (MaxFileBytes < 1024 || MaxFileBytes > MaxBytes)
        {
            yield return (nameof(MaxFileBytes), $"'{MaxFileBytes}' is out of range; between 1024 and {MaxBytes}, such as 10485760");
        }

        if (MaxPixels is < 1_000_000 or > MostPixels)
        {
            yield return (nameof(MaxPixels), $"'{MaxPixels}' is out of range; between 1000000 and {MostPixels}, such as 40000000");
        }

        if (MaxFilesPerMessage is < 1 or > MostFiles)
        {
            yield return (nameof(MaxFilesPerMessage), $"'{MaxFilesPerMessage}' is out of range; between 1 and {MostFiles}, such as 10");
        }

        if (MaxFilesPerCase < 1 || MaxFilesPerCase > MostFiles)
        {
            yield return (nameof(MaxFilesPerCase), $"'{MaxFilesPerCase}' is out of range; between 1 and {MostFiles}, such as 20");
        }

        if (LinkLifetime < TimeSpan.FromMinutes(1) || LinkLifetime > TimeSpan.FromDays(7))
        {
            yield return (nameof(LinkLifetime), "it must be between a minute and 7 days, such as 02:00:00");
        }

        if (KeptAfterClosing < TimeSpan.FromDays(1))
        {
            yield return (nameof(KeptAfterClosing), "it must be a day or more, such as 180.00:00:00");
        }

        if (PublicUrl.Length > 0 && !IsPage(PublicUrl))
        {
            yield return (nameof(PublicUrl), $"'{PublicUrl}' is not a full http or https address such as https://help.shop.example");
        }

        foreach (var problem in Store switch
        {
            EvidenceStoreKind.S3 => S3.Problems(),
            EvidenceStoreKind.Azure => Azure.Problems(),
            _ => [],
        })
        {
            yield return problem;
        }
    }

    internal static bool IsPage(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

/// <summary>Where encrypted bytes can be kept.</summary>
internal enum EvidenceStoreKind
{
    /// <summary>In the data directory.</summary>
    Folder,

    /// <summary>In a bucket of S3, or of what speaks like it.</summary>
    S3,

    /// <summary>In a container of Azure Blob Storage.</summary>
    Azure,
}

/// <summary>Section <c>Evidence:S3</c>. Without keys, the machine's own credentials are taken (environment, profile or role).</summary>
internal sealed class S3Options
{
    /// <summary>The bucket; it must exist.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>The region, such as <c>ap-east-1</c>.</summary>
    public string Region { get; set; } = "";

    /// <summary>The address of something else than Amazon's that speaks S3; empty for Amazon's.</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>The access key id; empty for the machine's own credentials.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>The secret access key.</summary>
    public string SecretKey { get; set; } = "";

    internal IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (Bucket.Length == 0)
        {
            yield return ("S3:Bucket", "it is empty; name the bucket that evidence is kept in");
        }

        if (Region.Length == 0 && ServiceUrl.Length == 0)
        {
            yield return ("S3:Region", "it is empty; name the bucket's region, such as ap-east-1, or give S3:ServiceUrl");
        }

        if (ServiceUrl.Length > 0 && !EvidenceOptions.IsPage(ServiceUrl))
        {
            yield return ("S3:ServiceUrl", $"'{ServiceUrl}' is not a full http or https address");
        }

        if (AccessKey.Length == 0 != (SecretKey.Length == 0))
        {
            yield return ("S3:SecretKey", "S3:AccessKey and S3:SecretKey belong together; give both or neither");
        }
    }
}

/// <summary>Section <c>Evidence:Azure</c>.</summary>
internal sealed class AzureOptions
{
    /// <summary>The storage account's connection string.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The container; it must exist.</summary>
    public string Container { get; set; } = "";

    internal IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (ConnectionString.Length == 0)
        {
            yield return ("Azure:ConnectionString", "it is empty; give the storage account's connection string");
        }

        if (Container.Length == 0)
        {
            yield return ("Azure:Container", "it is empty; name the container that evidence is kept in");
        }
    }
}

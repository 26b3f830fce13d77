using CardShop.Bot.Hosting;
using CardShop.ShopContract;

namespace CardShop.Bot.Doctor.Contract;

/// <summary>That the shop takes what is signed, and nothing else.</summary>
internal sealed class SigningChecks(ShopUnderTest shop, WallClock wall)
{
    private const string Refused = "signature_invalid";

    private static readonly TimeSpan TooOld = RequestSignature.Tolerance + TimeSpan.FromMinutes(1);

    public IEnumerable<Check> All =>
    [
        Check.Of("signing: no signature", "refused with 401", token => RefusedAsync(null, token)),
        Check.Of("signing: another secret", "refused with 401", token => RefusedAsync(shop.Sign() with { Secret = "not-the-secret-at-all" }, token)),
        Check.Of("signing: an unknown key", "refused with 401", token => RefusedAsync(shop.Sign() with { KeyId = "nobody" }, token)),
        Check.Of("signing: a body that was altered", "refused with 401", AlteredBodyAsync),
        Check.Of("signing: an old timestamp", "refused with 401", token => RefusedAsync(shop.Sign() with { At = wall.Now - TooOld }, token)),
        Check.Of("signing: a timestamp ahead", "refused with 401", token => RefusedAsync(shop.Sign() with { At = wall.Now + TooOld }, token)),
        Check.Of("signing: a nonce used twice", "good once, then refused with 401", NonceTwiceAsync),
        Check.Of("signing: a short nonce", "refused with 401", token => RefusedAsync(shop.Sign() with { Nonce = "short" }, token)),
    ];

    private async Task RefusedAsync(Signing? signing, CancellationToken cancellationToken) =>
        (await shop.SendAsync(HttpMethod.Get, ShopRoutes.Products, null, null, signing, cancellationToken)).ExpectRefusal(401, Refused);

    private async Task AlteredBodyAsync(CancellationToken cancellationToken)
    {
        var body = ShopUnderTest.ToJson(new LookupRequest("KM1", "somebody"));
        var signing = shop.Sign() with { SignedBody = ShopUnderTest.ToJson(new LookupRequest("KM2", "somebody")) };
        (await shop.SendAsync(HttpMethod.Post, ShopRoutes.Lookup, body, null, signing, cancellationToken)).ExpectRefusal(401, Refused);
    }

    private async Task NonceTwiceAsync(CancellationToken cancellationToken)
    {
        var signing = shop.Sign();
        (await shop.SendAsync(HttpMethod.Get, ShopRoutes.Products, null, null, signing, cancellationToken)).ExpectStatus(200);
        await RefusedAsync(signing, cancellationToken);
    }
}

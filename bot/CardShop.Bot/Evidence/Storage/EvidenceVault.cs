using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace CardShop.Bot.Evidence.Storage;

/// <summary>
/// Seals bytes before they go into the store, and opens them again. Each has a random AES-256 key of its own, wrapped by the host's Data Protection keys; the
/// name is sealed in as well, so that nobody can put one piece in another's place.
/// </summary>
internal sealed class EvidenceVault(IEvidenceStore store, IDataProtectionProvider protection)
{
    private const int KeySize = 32;
    private const int MaxWrappedSize = 4096;

    /// <summary>Each key seals once, so that any nonce will do.</summary>
    private static readonly byte[] Nonce = new byte[AesGcm.NonceByteSizes.MaxSize];
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;

    private readonly IDataProtector _keys = protection.CreateProtector("CardShop.Evidence.Key.v1");

    /// <summary>Seals and keeps.</summary>
    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        store.PutAsync(name, Seal(name, content.Span), cancellationToken);

    /// <summary>Opens what is kept; null when there is nothing.</summary>
    /// <exception cref="CryptographicException">It was tampered with, or the keys are not those that it was sealed with.</exception>
    public async Task<byte[]?> GetAsync(string name, CancellationToken cancellationToken) =>
        await store.GetAsync(name, cancellationToken) is { } box ? Open(name, box) : null;

    /// <summary>Deletes it; nothing there is no fault.</summary>
    public Task DeleteAsync(string name, CancellationToken cancellationToken) => store.DeleteAsync(name, cancellationToken);

    /// <summary>Length of the wrapped key, the wrapped key, tag, ciphertext.</summary>
    private byte[] Seal(string name, ReadOnlySpan<byte> content)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        var wrapped = _keys.Protect(key);
        var box = new byte[sizeof(int) + wrapped.Length + TagSize + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(box, wrapped.Length);
        wrapped.CopyTo(box.AsSpan(sizeof(int)));
        var rest = box.AsSpan(sizeof(int) + wrapped.Length);
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(Nonce, content, rest[TagSize..], rest[..TagSize], Encoding.UTF8.GetBytes(name));
        CryptographicOperations.ZeroMemory(key);
        return box;
    }

    private byte[] Open(string name, byte[] box)
    {
        var wrappedSize = box.Length < sizeof(int) ? 0 : BinaryPrimitives.ReadInt32LittleEndian(box);
        if (wrappedSize is <= 0 or > MaxWrappedSize || box.Length < sizeof(int) + wrappedSize + TagSize)
        {
            throw new CryptographicException("A piece of evidence is not in the form that it was sealed in.");
        }

        var key = _keys.Unprotect(box.AsSpan(sizeof(int), wrappedSize).ToArray());
        var rest = box.AsSpan(sizeof(int) + wrappedSize);
        var content = new byte[rest.Length - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(Nonce, rest[TagSize..], rest[..TagSize], content, Encoding.UTF8.GetBytes(name));
        CryptographicOperations.ZeroMemory(key);
        return content;
    }
}

namespace CardShop.Bot.Persistence;

/// <summary>Work that one process at a time may do. A claim ends with the process that holds it, however that ends.</summary>
internal interface IClaims
{
    /// <summary>Takes the claim, or answers null while another process, or another part of this one, holds it.</summary>
    Task<IClaim?> TryTakeAsync(string name, CancellationToken cancellationToken);

    /// <summary>Takes the claim as soon as nobody holds it.</summary>
    Task<IClaim> TakeAsync(string name, CancellationToken cancellationToken);
}

/// <summary>A claim that is held until it is disposed of.</summary>
internal interface IClaim : IAsyncDisposable
{
    /// <summary>Makes sure that it is still held.</summary>
    /// <exception cref="System.Data.Common.DbException">It was lost.</exception>
    Task ConfirmAsync(CancellationToken cancellationToken);
}

using CardShop.Desk.Services;
using MudBlazor;

namespace CardShop.Desk.Shell;

/// <summary>Tells whoever acted what it came to.</summary>
internal sealed class Report(ISnackbar snackbar, DeskWords words)
{
    public void Tell(DeskResult result) => snackbar.Add(Shown.Result(words, result), result.IsDone ? Severity.Success : Severity.Warning);

    /// <summary>It was not done, for a reason of its own.</summary>
    public void Warn(string why) => snackbar.Add(why, Severity.Warning);

    /// <summary>It failed, and may be tried again.</summary>
    public void TellFailed() => snackbar.Add(words["error"], Severity.Error);
}

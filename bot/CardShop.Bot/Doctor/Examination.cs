using CardShop.Bot.Hosting;

namespace CardShop.Bot.Doctor;

/// <summary>Runs checks one after the other and writes a line for each.</summary>
internal sealed class Examination(TextWriter output)
{
    private const int NameWidth = 34;

    private int _good;
    private int _failed;
    private int _skipped;

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool IsGood => _failed == 0;

    /// <summary>Runs them all, whatever the ones before came to.</summary>
    public async Task RunAsync(IEnumerable<Check> checks, CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            await RunAsync(check, cancellationToken);
        }
    }

    /// <summary>Runs one.</summary>
    /// <returns>Whether it was good.</returns>
    public async Task<bool> RunAsync(Check check, CancellationToken cancellationToken)
    {
        var finding = await LookAsync(check, cancellationToken);
        Count(finding.Health) += 1;
        await output.WriteLineAsync($"{Mark(finding.Health)}  {check.Name.PadRight(NameWidth)}  {finding.Detail.ReplaceLineEndings(" ")}");
        return finding.Health is Health.Good;
    }

    /// <summary>The last line.</summary>
    public Task CloseAsync() => output.WriteLineAsync($"{_good} good, {_failed} failed, {_skipped} skipped");

    private static async Task<Finding> LookAsync(Check check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.LookAsync(cancellationToken);
        }
        catch (Exception wrong) when (wrong is CheckFailedException or SettingException)
        {
            return new Finding(Health.Failed, wrong.Message);
        }
    }

    private static string Mark(Health health) => health switch
    {
        Health.Good => "ok  ",
        Health.Failed => "FAIL",
        _ => "skip",
    };

    private ref int Count(Health health)
    {
        switch (health)
        {
            case Health.Good:
                return ref _good;
            case Health.Failed:
                return ref _failed;
            default:
                return ref _skipped;
        }
    }
}

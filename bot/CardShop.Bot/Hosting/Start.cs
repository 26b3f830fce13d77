using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Hosting;

/// <summary>Turns what a wrong setting throws into one line on standard error and exit code 2.</summary>
internal static class Start
{
    private const int WrongSetting = 2;
    private const string ConfigurationBinder = "Microsoft.Extensions.Configuration.Binder";

    public static async Task<int> GuardAsync(Func<Task<int>> start)
    {
        try
        {
            return await start();
        }
        catch (SettingException wrong)
        {
            return await RefuseAsync(wrong.Message);
        }
        catch (OptionsValidationException wrong)
        {
            return await RefuseAsync(string.Join("; ", wrong.Failures));
        }
        catch (InvalidOperationException wrong) when (wrong.Source == ConfigurationBinder)
        {
            return await RefuseAsync(wrong.Message);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            return await RefuseAsync($"urls: {failure.Message.TrimEnd('.')}; stop the other process, or give another address with --urls.");
        }
    }

    private static async Task<int> RefuseAsync(string line)
    {
        await Console.Error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return WrongSetting;
    }
}

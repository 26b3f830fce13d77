namespace CardShop.Bot.Hosting;

/// <summary>A setting is wrong: the start stops with one line that names it and the remedy, without a stack trace.</summary>
internal sealed class SettingException(string setting, string remedy) : Exception($"{setting}: {remedy}.");

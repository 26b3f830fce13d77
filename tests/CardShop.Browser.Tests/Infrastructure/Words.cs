namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>What a customer of one language reads and says on the way to a corrected account.</summary>
public sealed record Words(string Language, string WrongAccount, string Change, string Confirm, string Changed, string Lost)
{
    public static Words Chinese { get; } = new("zh-CN", "账号填错", "改成正确的", "确认修改", "已修改", "连接断开了");

    public static Words English { get; } = new("en-US", "Wrong account", "Change it", "Confirm change", "Changed", "Connection lost");

    public static Words Of(string language) => language == Chinese.Language ? Chinese : English;
}

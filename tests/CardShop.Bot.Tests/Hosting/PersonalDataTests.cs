using CardShop.Bot.Hosting.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CardShop.Bot.Tests.Hosting;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("充到13800138000了", "充到138****8000了")]
    [InlineData("110101199003074514", "110***********4514")]
    [InlineData("lin.xiao@example.com", "l***@***")]
    [InlineData("order 202611221234567890 stays", "order 202611221234567890 stays")]
    [InlineData("trace 4bf92f3577b34da6a13800138000", "trace 4bf92f3577b34da6a13800138000")]
    [InlineData("1763784000123 ms", "1763784000123 ms")]
    public void Mask_HidesWhatIsPersonal_AndNothingElse(string text, string masked) => Assert.Equal(masked, PersonalData.Mask(text));

    [Fact]
    public void Log_HidesPersonalData_InMessagesPropertiesAndExceptions()
    {
        using var output = new StringWriter();
        using (var logger = new LoggerConfiguration().Enrich.With<SensitiveProperties>().WriteTo.Sink(new WriterSink(output)).CreateLogger())
        {
            logger.Error(
                new InvalidOperationException("no such account 13800138000"),
                "Order {OrderNo} to {Account}, {@Order}",
                "O-1",
                "qq123456",
                new { Target = new { Account = "qq123456" }, Phones = new[] { "13900139000" } });
        }

        var line = output.ToString();
        Assert.Contains("O-1", line, StringComparison.Ordinal);
        Assert.DoesNotContain("qq123456", line, StringComparison.Ordinal);
        Assert.DoesNotContain("13800138000", line, StringComparison.Ordinal);
        Assert.DoesNotContain("13900139000", line, StringComparison.Ordinal);
    }

    private sealed class WriterSink(TextWriter output) : ILogEventSink
    {
        private readonly MaskingFormatter _formatter = new(new CompactJsonFormatter());

        public void Emit(LogEvent logEvent) => _formatter.Format(logEvent, output);
    }
}

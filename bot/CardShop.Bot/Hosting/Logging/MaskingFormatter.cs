using Serilog.Events;
using Serilog.Formatting;

namespace CardShop.Bot.Hosting.Logging;

/// <summary>Masks the finished line: message, properties and exceptions alike.</summary>
internal sealed class MaskingFormatter(ITextFormatter inner) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        inner.Format(logEvent, line);
        output.Write(PersonalData.Mask(line.ToString()));
    }
}

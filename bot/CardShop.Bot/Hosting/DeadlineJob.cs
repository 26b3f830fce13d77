using CardShop.Bot.Turns;
using Quartz;

namespace CardShop.Bot.Hosting;

/// <summary>Sweeps the deadlines each second. Quartz keeps its trigger in memory: the deadlines themselves are rows.</summary>
[DisallowConcurrentExecution]
internal sealed class DeadlineJob(DeadlineSweeper sweeper) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sweeper.SweepAsync(cancellationToken);
}

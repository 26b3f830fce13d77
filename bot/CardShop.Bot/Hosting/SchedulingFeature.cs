using CardShop.Bot.Turns;
using Quartz;

namespace CardShop.Bot.Hosting;

/// <summary>What happens at its time: one recurring job for all deadlines.</summary>
internal static class SchedulingFeature
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddSingleton<DeadlineSweeper>()
        .AddQuartz(quartz => quartz.ScheduleJob<DeadlineJob>(trigger => trigger.WithIdentity("deadlines").WithSimpleSchedule(SweepInterval)))
        .AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
}

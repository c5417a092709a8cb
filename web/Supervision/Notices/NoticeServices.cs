using OpsBoard.Supervision.Notices;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Supervision.Notices;

internal static class NoticeServices
{
    /// <summary>Needs the ledger and the counting terms from elsewhere.</summary>
    /// <exception cref="Configuration.ConfigurationException">escalations.json has a mistake.</exception>
    public static IServiceCollection AddNotices(this IServiceCollection services, ConfigurationFiles files)
    {
        services.AddNoticeBook(files.ReadEscalations());
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LetterText>().AddSingleton<LetterJson>();
        services.AddSingleton<ISendingWay, MailWay>().AddSingleton<ISendingWay, WebhookWay>();
        services.AddSingleton<NoticeMetrics>().AddSingleton<NoticeRounds>();
        return services.AddHostedService(static provider => provider.GetRequiredService<NoticeRounds>());
    }

    /// <summary>What pages need to say of notices, without anybody who sends them.</summary>
    public static IServiceCollection AddNoticeBook(this IServiceCollection services, EscalationRules rules)
    {
        services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(new Escalations(rules)).AddSingleton<NoticeBook>();
    }
}

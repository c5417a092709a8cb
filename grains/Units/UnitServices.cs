using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpsBoard.Journal;

namespace OpsBoard.Units;

/// <summary>What the grains of units are given.</summary>
public sealed class UnitServices(IJournal journal, TimeProvider clock, IOptions<UnitPacing> pacing, Attendance attendance, UnitAlarms alarms, ILoggerFactory loggers)
{
    public IJournal Journal => journal;

    public Attendance Attendance => attendance;

    public UnitAlarms Alarms => alarms;

    public TimeProvider Clock => clock;

    public UnitPacing Pacing => pacing.Value;

    public ILoggerFactory Loggers => loggers;

    public BusinessDay Today => BusinessDay.Of(clock.GetUtcNow());

    public long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

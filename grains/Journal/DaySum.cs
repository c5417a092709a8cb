using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>What one business day added, summed over the windows of a scope.</summary>
/// <param name="Imported">Windows of which the day lies before their first live day: history that was imported (导入).</param>
/// <param name="Windows">Windows with a cell of the day.</param>
public sealed record DaySum(BusinessDay Day, Tally Tally, int Windows, int Imported);

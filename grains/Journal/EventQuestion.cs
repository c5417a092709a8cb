using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>Asks for the events behind a number.</summary>
/// <param name="First">With <paramref name="Last"/>, which is included too, the days of the number. Stocks are read as they stand on the last day.</param>
/// <param name="Terms">What is added up; a gauge is read as it stands now, whatever the days.</param>
/// <param name="AtMs">The instant of the gauges, in unix milliseconds.</param>
/// <param name="Skip">Rows to leave out at the beginning.</param>
/// <param name="Take">Rows to answer with at most.</param>
public sealed record EventQuestion(UnitPath Scope, BusinessDay First, BusinessDay Last, ImmutableArray<EventTerm> Terms, long AtMs, int Skip, int Take);

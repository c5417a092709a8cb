using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>A subject's part of one cell: what is in the figures of it, and what is left out, is decided as a whole.</summary>
internal readonly record struct SubjectDay(WindowRow Window, SubjectKind Kind, string Subject, BusinessDay Day);

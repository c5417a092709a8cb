using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>What a transaction made of a group, before it is committed.</summary>
/// <param name="Verdicts">For each batch, in its order of events, milestones, decisions, tokens and acts of the ledger.</param>
/// <param name="Touched">The windows that it changed.</param>
/// <param name="Conflicts">Events that contradict what is stored.</param>
/// <param name="FirstConflict">The first of them, as source and id.</param>
internal sealed record Judged(ImmutableArray<ImmutableArray<Verdict>> Verdicts, ImmutableArray<WindowChange> Touched, int Conflicts, string FirstConflict);

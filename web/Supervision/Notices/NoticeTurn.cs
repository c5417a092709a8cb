namespace OpsBoard.Web.Supervision.Notices;

/// <summary>What one look at the ledger found, and what became of it.</summary>
/// <param name="Sent">Notices that their receivers took.</param>
/// <param name="Failed">That are tried again.</param>
/// <param name="Waiting">That are due, or wait to be tried again.</param>
/// <param name="OldestDueMs">When the oldest of these fell due; null where there is none.</param>
/// <param name="GivenUp">Of open entries.</param>
/// <param name="Unlisted">Of open entries, for whose unit nobody is listed.</param>
/// <param name="WaysDown">Mail, or receivers, that are of no use at present.</param>
internal sealed record NoticeTurn(DateTimeOffset At, int Sent = 0, int Failed = 0, int Waiting = 0, long? OldestDueMs = null, int GivenUp = 0, int Unlisted = 0, int WaysDown = 0);

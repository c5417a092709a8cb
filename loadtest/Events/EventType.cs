namespace OpsBoard.LoadTest;

/// <summary>The kinds of event that the simulated province emits.</summary>
internal enum EventType
{
    TicketIssued,
    TicketCalled,
    TicketAbandoned,
    ServiceStarted,
    ServiceEnded,
    CaseAccepted,
    CaseWithdrawn,
    CaseCompleted,
    ReviewSubmitted,
    ReviewContacted,
    ReviewRectified,
    WindowOpened,
    WindowPaused,
    WindowResumed,
    WindowClosed,
    WindowHeartbeat,
    HotlineReceived,
    HotlineAnswered,
    HotlineClosed,
}

namespace OpsBoard.LoadTest;

/// <summary>The kinds of event that the simulated province emits.</summary>
internal enum EventType
{
    TicketIssued,
    TicketCalled,
    TicketAbandoned,
    TicketTransferred,
    ServiceStarted,
    ServiceEnded,
    CaseAccepted,
    CaseSuspended,
    CaseResumed,
    CaseExtended,
    CaseWithdrawn,
    CaseCompleted,
    ReviewSubmitted,
    ReviewContacted,
    ReviewRectified,
    ReviewPublished,
    ReviewAppealed,
    WindowOpened,
    WindowPaused,
    WindowResumed,
    WindowClosed,
    WindowHeartbeat,
    HotlineReceived,
    HotlineAnswered,
    HotlineClosed,
    ItemListed,
}

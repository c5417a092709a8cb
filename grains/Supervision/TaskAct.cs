namespace OpsBoard.Supervision;

/// <summary>
/// What can happen to an entry of the ledger, and what is told of units beside it. Of one instant they happened in this order. The numbers are stored, so they are never changed nor
/// used again.
/// </summary>
public enum TaskAct : byte
{
    /// <summary>立项, of a problem 申报: the entry with its lead unit, week and standard.</summary>
    Registered = 0,

    /// <summary>The entry said anew: another lead unit, another coefficient.</summary>
    Amended = 1,

    /// <summary>交办</summary>
    Assigned = 2,

    /// <summary>推进</summary>
    Started = 3,

    /// <summary>A step of the calendar was reached (节点).</summary>
    Reached = 4,

    /// <summary>How much of the quantity is done by now, in all.</summary>
    Progressed = 5,

    /// <summary>说明延期: why it will be later, and by which week.</summary>
    Explained = 6,

    /// <summary>申请销号</summary>
    ClosureRequested = 7,

    /// <summary>退回: the work goes on.</summary>
    Returned = 8,

    /// <summary>销号, of a problem 完结.</summary>
    Closed = 9,

    /// <summary>移交上级: no longer in the hands of the lead unit, and not solved.</summary>
    HandedUp = 10,

    /// <summary>催办: the server begins an attempt to tell a receiver of a step. No act on the entry: it changes nothing of it.</summary>
    NoticeBegun = 11,

    /// <summary>How that attempt ended.</summary>
    NoticeEnded = 12,

    /// <summary>Of no entry: a unit did a duty that comes round (调度).</summary>
    Done = 13,

    /// <summary>Of no entry: what a survey found (公众评议, 第三方评估).</summary>
    Published = 14,

    /// <summary>Of no entry: what was said of a duty or a survey with this document of this day does not hold.</summary>
    Withdrawn = 15,
}

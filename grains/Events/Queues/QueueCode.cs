namespace OpsBoard.Events.Queues;

/// <summary>What a line of a queue machine says happened.</summary>
internal enum QueueCode
{
    /// <summary>取号.</summary>
    Ticket = 8201,

    /// <summary>叫号.</summary>
    Call = 8002,

    /// <summary>开始办理.</summary>
    Start = 8003,

    /// <summary>结束办理.</summary>
    End = 8004,

    /// <summary>评价.</summary>
    Rating = 8005,

    /// <summary>弃号.</summary>
    Abandon = 8014,

    /// <summary>暂停服务.</summary>
    Pause = 8010,

    /// <summary>恢复服务.</summary>
    Resume = 8011,

    /// <summary>心跳.</summary>
    Heartbeat = 8109,
}

namespace OpsBoard.Events;

/// <summary>How an application came in. The numbers are stored, so they are never changed.</summary>
public enum Channel : byte
{
    Window = 1,
    Online = 2,
    Mobile = 3,
    SelfService = 4,
    Mail = 5,
    Hotline = 6,
    Proactive = 7,
}

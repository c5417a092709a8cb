namespace OpsBoard.LoadTest;

/// <summary>A kind of department. Those with weekend service ("5+2") keep half of their windows open on Saturday and Sunday.</summary>
internal sealed record DepartmentKind(string Segment, LocalName Name, int Weight, bool HasWeekendService)
{
    /// <summary>What people call it, for places without room; by default its name.</summary>
    public LocalName Short { get; init; } = Name;

    public string Level { get; init; } = "county";

    /// <summary>The kind's departments in other counties are its peers, so it names their group.</summary>
    public string PeerGroup { get; init; } = Segment;

    /// <summary>How many come to a window, as a factor on what is usual in a county's departments; 0: nobody, and it has no items.</summary>
    public double Visits { get; init; } = 1;
}

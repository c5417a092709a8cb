namespace OpsBoard.Embedded;

/// <summary>Where the calls of a reference go. Equal addresses mean the same grain or observer; the text names it in messages.</summary>
internal interface IAddress
{
    /// <summary>Returns at once; calls that one caller delivers start in the order of delivery.</summary>
    void Deliver(Call call);
}

namespace OpsBoard.Web.Screens.Pickers;

/// <summary>What an indicator is about, under which a picker offers it.</summary>
public enum IndicatorFamily
{
    Cases,
    Items,
    Reviews,
    Hotline,
    Coverage,
}

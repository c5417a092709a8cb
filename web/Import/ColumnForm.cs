namespace OpsBoard.Web.Import;

/// <summary>As what a column's value is sent.</summary>
internal enum ColumnForm
{
    Text,
    Number,

    /// <summary>Written in one of the usual words for yes and no, sent as true and false.</summary>
    Flag,

    /// <summary>Written in the file's time format, sent as RFC 3339.</summary>
    Time,
}

namespace OpsBoard.Web.Access;

/// <summary>What somebody who looks may do within his scope.</summary>
public enum Role
{
    /// <summary>领导: sees the board and decides on changes of sealed days.</summary>
    Leader,

    /// <summary>操作员: sees the board, its reviews and its walls, and lets walls in.</summary>
    Operator,

    /// <summary>审计员: sees the board and the audit trail.</summary>
    Auditor,

    /// <summary>管理员: sources, people, walls and the audit trail; no figures.</summary>
    Administrator,

    /// <summary>大屏: sees the board of one scope, and nothing that names a case.</summary>
    Wall,
}

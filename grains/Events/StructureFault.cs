namespace OpsBoard.Events;

/// <summary>What makes an item unfit before any member is looked at; of several, the lowest number is told.</summary>
internal enum StructureFault
{
    NotAnObject = 1,
    IllFormedText = 2,
    TooDeep = 3,
    DuplicateMember = 4,
}

using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>A case that was accepted for an item, on a business day.</summary>
public readonly record struct ItemUse(string Item, BusinessDay Day);

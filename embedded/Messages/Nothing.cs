using System.Runtime.InteropServices;

namespace OpsBoard.Embedded;

/// <summary>The answer of a method that only completes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Nothing;

namespace OpsBoard.Web.Intake;

/// <summary>Turns the bytes of a body into what they say.</summary>
/// <param name="charge">Is told the number of items before any of them is judged; throws when they may not pass.</param>
internal delegate IReadOnlyList<T> BodyReader<T>(ReadOnlyMemory<byte> body, Action<int> charge);

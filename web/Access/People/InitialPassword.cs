namespace OpsBoard.Web.Access.People;

/// <summary>Told once, to whoever hands it over.</summary>
public sealed record InitialPassword(string Name, string Password);

namespace OpsBoard.Web.Access.Sources;

/// <summary>Told once, to whoever sets the source up.</summary>
public sealed record ToldSecret(string Name, IssuedKey Issued);

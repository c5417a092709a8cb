namespace OpsBoard.Web.Access.People;

/// <summary>Who somebody is to an OpenID Connect provider. Names and addresses there may change hands; these two together do not.</summary>
/// <param name="Issuer">The provider, as its tokens say it, such as <c>https://login.example.gov.cn</c>.</param>
/// <param name="Subject">Its name for the person.</param>
public sealed record Identity(string Issuer, string Subject);

using System.Net;
using System.Text.RegularExpressions;
using OpsBoard.Units;
using OpsBoard.Web.Access.People;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access.SignIn;

/// <summary>Somebody at a browser without a screen: keeps cookies, sends forms with the token of a page, and does not follow where he is led.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(LiveServer server)
    {
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = new Uri(server.Address) };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public static async Task<Visitor> SignedIn(LiveServer server, string name, Role role, string? scope = null)
    {
        var visitor = new Visitor(server);
        var people = server.Service<PersonRegistry>();
        people.Add("local", name, role, scope is null ? null : UnitPath.Parse(scope));
        people.ChoosePassword(people.Find(name)!, PasswordOf(name));
        await visitor.SignIn(name, PasswordOf(name));
        return visitor;
    }

    public static string PasswordOf(string name) => $"{name}, three words and one";

    /// <returns>Where he is led.</returns>
    public async Task<string> SignIn(string name, string password, string back = "/account")
    {
        using var answer = await Post("/signin/check", ("name", name), ("password", password), ("back", back));
        return answer.Headers.Location!.ToString();
    }

    public Task<HttpResponseMessage> Get(string address) => _client.GetAsync(address);

    public async Task<HttpStatusCode> StatusOf(string address)
    {
        using var answer = await Get(address);
        return answer.StatusCode;
    }

    public async Task<string> Page(string address)
    {
        using var answer = await Get(address);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await Page("/signin")).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(static field => KeyValuePair.Create(field.Name, field.Value))]);
        return await _client.PostAsync(address, form);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}

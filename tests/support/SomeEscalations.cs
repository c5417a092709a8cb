using System.Text;
using OpsBoard.Configuration;
using OpsBoard.Supervision.Notices;

namespace OpsBoard.Testing;

/// <summary>Rules of escalation with defaults: a test says the steps, and where the webhook is.</summary>
internal static class SomeEscalations
{
    public const string Steps = """{"id":"before-2","days":-2,"to":["lead"]},{"id":"due","days":0,"to":["lead","oa"]},{"id":"late-3","days":3,"to":["keeper","oa"]}""";

    public static string Json(string steps = Steps, string webhook = "https://oa.example.org/hook", string from = "2026-01-01") =>
        $$"""
        {"version":1,"from":"{{from}}","receivers":[
          {"id":"office","name":{"zh":"住建局办公室","en":"Housing, office"},"units":["hainan/jiyang/housing"],"mail":["housing@example.org"]},
          {"id":"county","name":{"zh":"吉阳区督查室","en":"Jiyang, supervision"},"units":["hainan/jiyang"],"mail":["a@example.org","b@example.org"],"language":"en"},
          {"id":"oa","name":{"zh":"OA 待办","en":"OA"},"webhook":"{{webhook}}","secret":"oa"}],
         "ladders":[{"id":"tasks","steps":[{{steps}}]}]}
        """;

    public static EscalationRules Read(string json) => EscalationsReader.Read(ConfigurationEntry.Parse(Encoding.UTF8.GetBytes(json), "escalations.json"));
}

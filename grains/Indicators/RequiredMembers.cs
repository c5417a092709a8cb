using System.Numerics;
using OpsBoard.Configuration;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>What the files of this folder ask of their members; each refusal says what would be right.</summary>
internal static class RequiredMembers
{
    extension(ConfigurationEntry entry)
    {
        public T Choice<T>(string? word, string member, Dictionary<string, T> words) =>
            word is not null && words.TryGetValue(word, out var value)
                ? value
                : throw entry.Mistake($"\"{member}\" is one of {string.Join(", ", words.Keys)}{(word is null ? "." : $", not \"{word}\".")}");

        public T NotNegative<T>(T number, string member)
            where T : INumber<T> =>
            T.IsNegative(number) ? throw entry.Mistake($"\"{member}\" is 0 or more.") : number;

        public string Text(string? text, string member, string meaning) =>
            string.IsNullOrWhiteSpace(text) ? throw entry.Mistake($"\"{member}\" is missing: {meaning}.") : text;

        public string Id(string? id) =>
            id is { Length: > 0 } && id.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
                ? id
                : throw entry.Mistake("\"id\" is lower-case letters, digits and hyphens, such as \"on-time\".");

        public Wording Both(Wording? text, string member) =>
            text is { Zh.Length: > 0, En.Length: > 0 } ? text : throw entry.Mistake($"\"{member}\" needs \"zh\" and \"en\".");

        public UnitPath? Unit(string? text)
        {
            if (text is null) return null;
            return UnitPath.TryParse(text, out var unit, out var fault) ? unit : throw entry.Mistake($"\"unit\" \"{text}\": {fault}");
        }
    }
}

using System.Text.Json;
using OpsBoard.Events;

namespace OpsBoard.Web.Intake;

/// <summary>Puts the <c>ce-</c> headers and the body of a binary request together.</summary>
internal static class BinaryItem
{
    public const string Prefix = "ce-";

    /// <exception cref="RequestRefusedException">400: there is a body and it is not JSON.</exception>
    public static Envelope Read(IHeaderDictionary headers, ReadOnlyMemory<byte> body)
    {
        var envelope = new Envelope();
        foreach (var (attribute, name) in Envelope.Attributes.Where(static each => IsHeader(each.Attribute)))
        {
            foreach (var value in headers[Prefix + name]) Set(envelope, attribute, value ?? "");
        }

        try
        {
            if (!body.IsEmpty) envelope.SetData(body);
            return envelope;
        }
        catch (JsonException fault)
        {
            throw JsonBody.NotJson(fault);
        }
    }

    // In this mode the Content-Type of the request is the type of the data, and the body is the data.
    private static bool IsHeader(AttributeName attribute) => attribute is not (AttributeName.DataContentType or AttributeName.DataBase64);

    private static void Set(Envelope envelope, AttributeName attribute, string value)
    {
        if (HeaderText.Decode(value) is { } utf8) envelope.Set(attribute, utf8);
        else envelope.SetUnclear(attribute);
    }
}

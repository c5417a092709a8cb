using System.Security.Authentication;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using OpsBoard.Supervision.Notices;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>Sends a notice as mail, each over a connection of its own: there are few, and a connection that was kept is one more thing that can be dead.</summary>
internal sealed class MailWay(LetterText text, IOptionsMonitor<SmtpOptions> options) : ISendingWay
{
    public const string Name = "smtp";

    public bool Serves(Letter letter) => letter.Receiver.Webhook is null;

    public async Task<SendAnswer> Send(Letter letter, CancellationToken cancellation)
    {
        var smtp = options.CurrentValue;
        if (string.IsNullOrEmpty(smtp.Host)) return SendAnswer.Down(NoticeFaults.NoSmtp);
        // As requests do: lists of revoked certificates cannot be reached from where most boards stand, and without them nothing would be sent.
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, SecurityOf(smtp.Security), cancellation);
            if (!string.IsNullOrEmpty(smtp.User)) await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", cancellation);
        }
        catch (Exception fault) when (FaultOf(fault) is { } named)
        {
            return SendAnswer.Down(named);
        }

        try
        {
            using var message = MessageOf(letter, smtp.From!);
            await client.SendAsync(message, cancellation);
        }
        catch (SmtpCommandException fault)
        {
            // A server that is busy says 4xx to everything; 5xx is meant for this message or this address.
            var named = NoticeFaults.Smtp((int)fault.StatusCode);
            return (int)fault.StatusCode < 500 ? SendAnswer.Down(named) : SendAnswer.Refused(named);
        }
        catch (Exception fault) when (FaultOf(fault) is { } named)
        {
            return SendAnswer.Down(named);
        }

        // It was taken: what a farewell makes of the connection changes nothing of that.
        return SendAnswer.Taken;
    }

    private static SecureSocketOptions SecurityOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    // StartTls that is not offered is NotSupportedException: the message must not go out in the open.
    private static string? FaultOf(Exception fault) => fault switch
    {
        SslHandshakeException or NotSupportedException => NoticeFaults.Tls,
        MailKit.Security.AuthenticationException or System.Security.Authentication.AuthenticationException => NoticeFaults.SignInRefused,
        SmtpCommandException refused => NoticeFaults.Smtp((int)refused.StatusCode),
        IOException or ProtocolException or System.Net.Sockets.SocketException or ServiceNotConnectedException => NoticeFaults.Unreachable,
        _ => null,
    };

    private MimeMessage MessageOf(Letter letter, string from)
    {
        var (subject, body) = text.Of(letter);
        var sender = MailboxAddress.Parse(from);
        var message = new MimeMessage
        {
            Subject = subject,
            Date = letter.At.ToOffset(OpsBoard.Units.BusinessDay.Offset),
            MessageId = $"{letter.Identity}@{sender.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = body },
        };
        message.From.Add(sender);
        message.To.AddRange(letter.Receiver.Mail.Select(static address => MailboxAddress.Parse(address)));
        // So that no machine answers to it (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}

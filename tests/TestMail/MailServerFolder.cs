using System.Diagnostics;
using System.Globalization;

namespace Kaohe.TestMail;

/// <summary>The folder of <see cref="MailServers"/>: configurations, queue and mailboxes. The servers drop root's rights, so they must be able to walk into it.</summary>
internal static class MailServerFolder
{
    // The account that owns the mailboxes: every Debian has it.
    private const string Account = "mail";

    public static async Task PrepareAsync(string folder, int smtpPort, int imapPort, string password, bool idles)
    {
        const string Make = $"umask 022; chmod 755 . && mkdir run home dovecot && mkdir -m 711 queue && chown {Account}:{Account} home";
        using (var made = Process.Start(new ProcessStartInfo("sh", ["-c", Make]) { WorkingDirectory = folder })!)
        {
            await made.WaitForExitAsync();
        }

        await WriteAsync(folder, "smtpd.conf", Smtp(folder, smtpPort));
        await WriteAsync(folder, "dovecot.conf", Imap(folder, imapPort, password, idles));
        await WriteAsync(folder, "imap.sh", $"exec dovecot -F -c {folder}/dovecot.conf\n");

        // OpenSMTPD has its queue and its socket in fixed places. In a mount namespace of its own they lie in the folder, and several may run at a time.
        await WriteAsync(folder, "mounted.sh", $"mkdir -p -m 711 /var/spool/smtpd && mount --bind {folder}/queue /var/spool/smtpd && mount --bind {folder}/run /run && exec smtpd -d -f {folder}/smtpd.conf\n");
        await WriteAsync(
            folder, "smtp.sh", $"unshare --mount true 2>/dev/null && exec unshare --mount --propagation private sh {folder}/mounted.sh\nexec smtpd -d -f {folder}/smtpd.conf\n");
    }

    private static Task WriteAsync(string folder, string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text);

    private static string Smtp(string folder, int port) => string.Create(CultureInfo.InvariantCulture, $$"""
        table boxes { "@" = {{Account}} }
        filter unknown phase rcpt-to match rcpt-to regex { "^{{MailServers.Unknown}}@" } reject "550 5.1.1 no such mailbox"
        filter busy phase rcpt-to match rcpt-to regex { "^{{MailServers.Busy}}@" } reject "451 4.3.2 try again later"
        filter refusals chain { unknown, busy }
        listen on {{MailServers.Host}} port {{port}} hostname mail.kaohe.test filter refusals
        action keep maildir "{{folder}}/home/%{dest.user:strip}/Maildir" virtual <boxes>
        action fail mda "exit 67" virtual <boxes>
        match from any for rcpt-to regex { "^{{MailServers.Full}}@" } action fail
        match from any for any action keep

        """);

    private static string Imap(string folder, int port, string password, bool idles) => string.Create(CultureInfo.InvariantCulture, $$"""
        protocols = imap
        listen = {{MailServers.Host}}
        base_dir = {{folder}}/dovecot
        instance_name = {{Path.GetFileName(folder)}}
        log_path = /dev/stderr
        ssl = no
        disable_plaintext_auth = no
        mail_location = maildir:~/Maildir
        first_valid_uid = 1
        first_valid_gid = 1
        {{(idles ? "" : "imap_capability = IMAP4rev1 LITERAL+ UIDPLUS MOVE NAMESPACE")}}
        passdb {
          driver = static
          args = password={{password}}
        }
        userdb {
          driver = static
          args = uid={{Account}} gid={{Account}} home={{folder}}/home/%n
        }
        service imap-login {
          inet_listener imap {
            port = {{port}}
          }
          inet_listener imaps {
            port = 0
          }
        }

        """);
}

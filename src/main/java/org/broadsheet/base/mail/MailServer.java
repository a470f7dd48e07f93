package org.broadsheet.base.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.broadsheet.base.Secret;
import org.broadsheet.base.SmtpUrl;

/**
 * A mail server, spoken to by SMTP: over TLS from the first byte (smtps) or after STARTTLS, which only a server on this very
 * machine may do without. A server's certificate has to be its own.
 */
final class MailServer {
    private final SmtpUrl url;
    private final InternetAddress from;
    private final Session session;

    private final String host;

    /**
     * @param host of the paper's address, for names of messages and for greeting the server
     * @param patience with each answer
     */
    MailServer(SmtpUrl url, InternetAddress from, String host, Duration patience) {
        this.url = url;
        this.from = from;
        this.host = host;
        this.session = Session.getInstance(properties(url, host, patience));
    }

    private static Properties properties(SmtpUrl url, String host, Duration patience) {
        String protocol = protocol(url);
        Properties properties = new Properties();
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail." + protocol + "." + wait, Long.toString(patience.toMillis()));
        }
        properties.put("mail." + protocol + ".auth", Boolean.toString(url.user().isPresent()));
        properties.put("mail." + protocol + ".localhost", host);
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.put("mail." + protocol + ".ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail." + protocol + ".quitwait", "false");
        if (!url.tls()) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", Boolean.toString(!isHere(url.host())));
        }
        return properties;
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    /** As it was told to the library. */
    String property(String name) {
        return session.getProperty("mail." + protocol(url) + "." + name);
    }

    private static String protocol(SmtpUrl url) {
        return url.tls() ? "smtps" : "smtp";
    }

    /** A conversation with the server, for several mails. */
    Transport open() throws MessagingException {
        Transport transport = session.getTransport(protocol(url));
        try {
            transport.connect(
                    url.host(),
                    url.port(),
                    url.user().orElse(null),
                    url.password().map(Secret::value).orElse(null));
        } catch (MessagingException | RuntimeException refused) {
            transport.close();
            throw refused;
        }
        return transport;
    }

    void send(Transport transport, long id, Mail mail, Instant putAt) throws MessagingException {
        MimeMessage message = message(id, mail, putAt);
        transport.sendMessage(message, message.getAllRecipients());
    }

    /** Tried twice it is the same message, so that a mailbox shows it once. */
    MimeMessage message(long id, Mail mail, Instant putAt) throws MessagingException {
        String name = "<" + putAt.toEpochMilli() + "." + id + "@" + host + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", name);
            }
        };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(putAt));
        // RFC 3834: nobody's holiday notice is to answer it
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.html().isEmpty()) {
            message.setText(mail.text(), StandardCharsets.UTF_8.name());
        } else {
            message.setContent(alternatives(mail));
        }
        message.saveChanges();
        return message;
    }

    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(text);
        both.addBodyPart(html);
        return both;
    }

    @Override
    public String toString() {
        return url.toString();
    }
}

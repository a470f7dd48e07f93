package org.broadsheet.wire.format.feed;

import java.net.URI;
import java.util.Optional;
import org.broadsheet.wire.Formats;
import org.broadsheet.wire.expect.Agreement;
import org.broadsheet.wire.expect.Corpus;
import org.broadsheet.wire.expect.Python;
import org.broadsheet.wire.format.Content.Transport;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.format.xml.XmlDocument;
import org.broadsheet.wire.format.xml.XmlLimits;
import org.broadsheet.wire.format.xml.XmlReader;
import tools.jackson.databind.JsonNode;

/** Our readings of feeds beside what other readers' suites expect of the same files. */
public final class FeedAgreement {
    private FeedAgreement() {}

    /** How far feedparser's own expectations hold. */
    public static Agreement feedparser() {
        Agreement agreement = new Agreement("feeds: feedparser");
        for (Corpus.Sample sample : Corpus.of("feeds")) {
            if (sample.kind().startsWith("feedparser") && sample.entry().has("expect")) {
                judge(sample, agreement);
            }
        }
        return agreement;
    }

    private static void judge(Corpus.Sample sample, Agreement agreement) {
        String expect = sample.entry().path("expect").asString();
        try {
            Transport transport = transport(sample);
            XmlDocument document = XmlReader.read(sample.bytes(), transport.charset(), XmlLimits.USUAL);
            Feed feed = FeedReader.read(document.root(), transport);
            if (Python.holds(expect, new FeedparserNames(document, feed))) {
                agreement.agreed();
            } else {
                agreement.differs(sample.name(), "expected " + expect);
            }
        } catch (Python.NotMapped e) {
            agreement.unused(e.what());
        } catch (Python.Missing e) {
            agreement.differs(sample.name(), e.what() + "; expected " + expect);
        } catch (Unreadable e) {
            if (expect.equals("bozo")) {
                agreement.agreed();
            } else {
                agreement.differs(sample.name(), "refused: " + e.reason() + "; expected " + expect);
            }
        }
    }

    /** The address under which feedparser's suite serves its files, and the headers it sends. */
    private static Transport transport(Corpus.Sample sample) {
        Optional<String> language = Optional.empty();
        Optional<String> charset = Optional.empty();
        boolean served = sample.name().contains("/http") || sample.entry().has("headers");
        URI location = URI.create("http://127.0.0.1:8097/tests/" + sample.name().replace("feedparser/", ""));
        for (JsonNode header : sample.entry().path("headers").values()) {
            String[] parts = header.asString().split(":\\s*", 2);
            switch (parts[0].toLowerCase(java.util.Locale.ROOT)) {
                case "content-language" -> language = Optional.of(parts[1]);
                case "content-location" ->
                    location = parts[1].startsWith("http") ? URI.create(parts[1].strip()) : location;
                case "content-type" -> {
                    if (parts[1].contains("charset=")) {
                        charset = Optional.of(parts[1].replaceAll(".*charset=\\s*\"?([^;\"]+).*", "$1"));
                    }
                }
                default -> {}
            }
        }
        return new Transport(charset, language, served ? Optional.of(location) : Optional.empty());
    }

    /** Where the W3C's validator raises no error, the feed must be taken. */
    public static Agreement validator() {
        Agreement agreement = new Agreement("feeds: feedvalidator");
        for (Corpus.Sample sample : Corpus.of("feeds")) {
            String expect = sample.entry().path("expect").asString("");
            boolean valid = expect.startsWith("!") || expect.startsWith("Valid");
            if (!sample.kind().startsWith("feedvalidator") || !valid) {
                continue;
            }
            if (sample.kind().endsWith("opml")) {
                agreement.unused("OPML");
            } else if (Formats.read(sample.bytes()) instanceof Outcome.Refused refused) {
                agreement.differs(sample.name(), "refused: " + refused.reason() + "; expected " + expect);
            } else {
                agreement.agreed();
            }
        }
        return agreement;
    }
}

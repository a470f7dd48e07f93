package org.broadsheet.wire;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.broadsheet.wire.expect.Agreement;
import org.broadsheet.wire.expect.Corpus;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.format.Outcome.Accepted;
import org.broadsheet.wire.format.Outcome.Refused;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireTime;
import tools.jackson.databind.JsonNode;

/** Our readings beside what the collected data's index states of each file. */
final class WireAgreement {
    private WireAgreement() {}

    /** Every fact of every item; what is valid by the schema must be taken, the rest may be refused with a reason. */
    static Agreement newsMlG2() {
        Agreement agreement = new Agreement("newsml-g2");
        for (Corpus.Sample sample : Corpus.of("newsml-g2")) {
            if (!sample.entry().has("facts")) {
                continue;
            }
            Outcome outcome = Formats.read(sample.bytes());
            boolean valid = sample.entry().path("xsd_2_35_power").asString("").equals("valid");
            switch (outcome) {
                case Accepted accepted -> facts(sample, accepted, agreement);
                case Refused refused -> {
                    if (valid) {
                        agreement.differs(sample.name(), "valid, but refused: " + refused.reason());
                    } else {
                        agreement.unused("fragments without an item, refused with a reason");
                    }
                }
            }
        }
        return agreement;
    }

    private static void facts(Corpus.Sample sample, Accepted accepted, Agreement agreement) {
        List<JsonNode> stated =
                sample.entry().path("facts").path("items").values().stream().toList();
        if (stated.size() != accepted.items().size()) {
            agreement.differs(
                    sample.name(),
                    stated.size() + " items stated, " + accepted.items().size() + " read");
            return;
        }
        for (int i = 0; i < stated.size(); i++) {
            facts(sample.name(), stated.get(i), accepted.items().get(i), agreement);
        }
    }

    private static void facts(String file, JsonNode stated, WireItem read, Agreement agreement) {
        compare(file, "guid", stated, Optional.of(read.guid()), agreement);
        compare(file, "version", stated, read.version(), agreement);
        compare(file, "lang", stated, read.language(), agreement);
        compare(file, "headline", stated, read.headline(), agreement);
        compare(file, "provider", stated, read.provider(), agreement);
        compare(file, "versionCreated", stated, read.updated().map(WireTime::iso), agreement);
        compare(file, "embargoed", stated, read.embargo().map(WireTime::iso), agreement);
        compare(file, "urgency", stated, read.urgency().map(String::valueOf), agreement);
        compare(file, "pubStatus", stated, Optional.of("stat:" + read.status().word()), agreement);
        compare(file, "itemClass", stated, read.kind(), agreement);
    }

    /** What is stated as null or empty is not stated; the item class is read without the sender's scheme. */
    private static void compare(String file, String fact, JsonNode stated, Optional<String> read, Agreement agreement) {
        String expected = stated.path(fact).asString("").replaceAll("\\s+", " ").strip();
        String wanted = fact.equals("itemClass") ? expected.replaceFirst(".*:", "") : expected;
        if (wanted.isEmpty()) {
            return;
        }
        if (read.filter(r -> r.equalsIgnoreCase(wanted)).isPresent()) {
            agreement.agreed();
        } else {
            agreement.differs(file, fact + " is stated as " + wanted + ", read as " + read.orElse("nothing"));
        }
    }

    /** Published examples and superdesk's files must be taken, those named not valid and the schemas refused. */
    static Agreement ninjs() {
        Agreement agreement = new Agreement("ninjs");
        for (Corpus.Sample sample : Corpus.of("ninjs")) {
            boolean wanted =
                    !sample.kind().equals("not-valid") && !sample.kind().equals("reference");
            switch (Formats.read(sample.bytes())) {
                case Accepted accepted -> {
                    if (wanted && !accepted.items().isEmpty()) {
                        ninjsFacts(sample, accepted.items().getFirst(), agreement);
                    } else {
                        agreement.differs(sample.name(), "accepted, though " + sample.kind());
                    }
                }
                case Refused refused -> {
                    if (wanted) {
                        agreement.differs(sample.name(), "refused: " + refused.reason());
                    } else {
                        agreement.agreed();
                    }
                }
            }
        }
        return agreement;
    }

    private static void ninjsFacts(Corpus.Sample sample, WireItem item, Agreement agreement) {
        JsonNode root = Corpus.json(sample.path());
        JsonNode node = root.isArray()
                ? root.get(0)
                : root.path("item").isArray() ? root.path("item").get(0) : root;
        String uri = node.path("uri").asString(node.path("guid").asString(""));
        String headline = node.path("headline").asString("");
        boolean same = item.guid().equals(uri)
                && (headline.isEmpty() || headline.equals(item.headline().orElse("")));
        if (same) {
            agreement.agreed();
        } else {
            agreement.differs(sample.name(), "read as " + item.guid() + " " + item.headline());
        }
    }

    /** One item a file; its identifier and its headline are among those that are stated, and nothing had to be mended. */
    static Agreement newsMl1() {
        Agreement agreement = new Agreement("newsml-1");
        for (Corpus.Sample sample : Corpus.of("wire-newsml12-nitf")) {
            if (!sample.kind().startsWith("newsml-1")) {
                continue;
            }
            JsonNode facts = sample.entry().path("facts");
            switch (Formats.read(sample.bytes())) {
                case Accepted accepted -> {
                    WireItem item = accepted.items().getFirst();
                    among(sample, "publicIdentifiers", item.identifier(), agreement);
                    if (!facts.path("headlines").isEmpty()) {
                        among(sample, "headlines", item.headline().orElse("nothing"), agreement);
                    }
                    boolean same = accepted.repairs().isEmpty()
                            == facts.path("wellformed").asBoolean();
                    if (same && accepted.items().size() == 1) {
                        agreement.agreed();
                    } else {
                        agreement.differs(sample.name(), "mended: " + accepted.repairs());
                    }
                }
                case Refused refused -> agreement.differs(sample.name(), "refused: " + refused.reason());
            }
        }
        return agreement;
    }

    private static void among(Corpus.Sample sample, String fact, String read, Agreement agreement) {
        boolean stated = sample.entry().path("facts").path(fact).values().stream()
                .anyMatch(n -> n.asString("").replaceAll("\\s+", " ").strip().equals(read));
        if (stated) {
            agreement.agreed();
        } else {
            agreement.differs(sample.name(), fact + " read as " + read);
        }
    }

    static Agreement nitf() {
        Agreement agreement = new Agreement("nitf");
        for (Corpus.Sample sample : Corpus.of("wire-newsml12-nitf")) {
            if (!sample.kind().equals("nitf")) {
                continue;
            }
            if (Formats.read(sample.bytes()) instanceof Accepted(String format, List<WireItem> items, List<String> _)) {
                nitfFacts(sample, items.getFirst(), agreement);
            } else {
                agreement.differs(sample.name(), "refused");
            }
        }
        return agreement;
    }

    private static void nitfFacts(Corpus.Sample sample, WireItem item, Agreement agreement) {
        JsonNode facts = sample.entry().path("facts");
        List<String> headlines = facts.path("headlines").values().stream()
                .map(JsonNode::asString)
                .map(h -> h.replaceAll("\\s+", " ").strip())
                .filter(h -> !h.isEmpty())
                .toList();
        String id = facts.path("docIds").path(0).asString("");
        if (!headlines.isEmpty() && !headlines.contains(item.headline().orElse(""))) {
            agreement.differs(
                    sample.name(), "headline read as " + item.headline().orElse("nothing"));
        } else if (!id.isEmpty() && !id.equals(item.guid())) {
            agreement.differs(sample.name(), "identifier read as " + item.guid());
        } else {
            agreement.agreed();
        }
    }

    static Agreement dates() {
        Agreement agreement = new Agreement("dates");
        for (JsonNode date : Corpus.json(Corpus.folder("dates").resolve("feedparser-dates.json"))) {
            String input = date.path("input").asString();
            String expected = date.path("expected_utc").values().stream()
                    .map(n -> String.valueOf(n.asInt()))
                    .reduce((a, b) -> a + " " + b)
                    .orElse("no date");
            String read = Dates.read(input)
                    .map(t -> tuple(t.instant().atOffset(ZoneOffset.UTC)))
                    .orElse("no date");
            if (read.equals(expected)) {
                agreement.agreed();
            } else {
                agreement.differs(input, "expected " + expected + ", read " + read);
            }
        }
        return agreement;
    }

    private static String tuple(OffsetDateTime t) {
        return t.getYear() + " " + t.getMonthValue() + " " + t.getDayOfMonth() + " " + t.getHour() + " "
                + t.getMinute() + " " + t.getSecond() + " " + (t.getDayOfWeek().getValue() - 1) + " "
                + t.getDayOfYear() + " 0";
    }
}

package org.broadsheet.wire.format.newsml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.text.Numbers;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WireLink;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.item.WireTime;

/** One item: who it is and how it stands with it; the rest is in its components. */
final class NewsMl1Item {
    private final XmlElement item;
    private final Optional<XmlElement> envelope;
    private final Topics topics;
    private final WireDraft draft = new WireDraft();

    NewsMl1Item(XmlElement item, Optional<XmlElement> envelope, Topics topics) {
        this.item = item;
        this.envelope = envelope;
        this.topics = topics;
    }

    WireDraft read() {
        item.at("Identification", "NewsIdentifier").ifPresent(this::identifier);
        item.first("NewsManagement").ifPresent(this::management);
        new NewsMl1Components(item, topics, draft).read();
        draft.at("NewsItem/@xml:lang").language(item.attribute("xml:lang").flatMap(Languages::tag));
        item.first("Identification")
                .ifPresent(i -> draft.at("Identification/NameLabel").slugline(Parts.line(i, "namelabel")));
        item.elements("Update").forEach(u -> draft.unmapped("Update", u.text()));
        envelope.ifPresent(this::envelope);
        return draft;
    }

    /**
     * The public identifier names one revision (5.5.1.5): provider, date, item, and only then the revision. What all
     * revisions share is what comes before that. The date is taken by the day, for some senders write the minute of each
     * revision there.
     */
    private void identifier(XmlElement id) {
        Optional<String> provider = Parts.line(id, "providerid");
        // some senders number nothing, and write 0 on everything
        Optional<String> number = Parts.line(id, "newsitemid").filter(n -> !n.equals("0"));
        Optional<String> stated = Parts.line(id, "publicidentifier");
        Optional<XmlElement> revision = id.first("RevisionId");
        if (provider.isPresent() && number.isPresent()) {
            String day =
                    Parts.line(id, "dateid").map(d -> d.replaceFirst("T.*", "")).orElse("");
            draft.at("NewsIdentifier/ProviderId + DateId + NewsItemId")
                    .guid(Optional.of("urn:newsml:" + provider.get() + ":" + day + ":" + number.get()));
        }
        draft.at("NewsIdentifier/PublicIdentifier")
                .guid(stated.filter(NewsMl1Item::namesAnItem).map(s -> series(s, revision)))
                .stated(stated);
        draft.at("NewsIdentifier/RevisionId").version(revision.flatMap(XmlElement::line));
        revision.flatMap(r -> r.attribute("PreviousRevision"))
                .filter(p -> !p.equals("0"))
                .ifPresent(p -> draft.unmapped("PreviousRevision", p));
        revision.flatMap(r -> r.attribute("Update"))
                .filter(u -> !u.equals("N"))
                .ifPresent(u -> draft.unmapped("RevisionId/Update", u));
    }

    /** More than a provider's name must stand there; else everything that it sends would be one item. */
    private static boolean namesAnItem(String identifier) {
        return !identifier.toLowerCase(Locale.ROOT).matches("urn:newsml:[^:]*:?");
    }

    private static String series(String stated, Optional<XmlElement> revision) {
        String end = revision.flatMap(XmlElement::line).map(r -> ":" + r).orElse("");
        String bare = stated.replaceFirst("(?<=\\d)[NUA]$", "");
        boolean ends = !end.isEmpty() && bare.endsWith(end) && bare.length() > end.length();
        return ends ? bare.substring(0, bare.length() - end.length()) : stated;
    }

    private void management(XmlElement management) {
        status(management);
        draft.at("NewsManagement/FirstCreated").published(time(management, "FirstCreated"));
        draft.at("NewsManagement/ThisRevisionCreated").updated(time(management, "ThisRevisionCreated"));
        draft.published(time(management, "ThisRevisionCreated"));
        draft.at("NewsManagement/Urgency")
                .urgency(Parts.formalName(management, "Urgency").flatMap(Numbers::urgency));
        for (String relation : List.of("AssociatedWith", "DerivedFrom")) {
            draft.at("NewsManagement/" + relation);
            management
                    .elements(relation)
                    .forEach(r -> r.attribute("NewsItem")
                            .ifPresent(href -> draft.link(new WireLink(
                                    relation.toLowerCase(Locale.ROOT), href, comment(r), Optional.empty()))));
        }
        Parts.formalName(management, "NewsItemType").ifPresent(t -> draft.unmapped("NewsItemType", t));
        management
                .elements("Property")
                .forEach(p -> p.attribute("Value")
                        .ifPresent(v -> draft.unmapped(Parts.formalName(p).orElse("Property"), v)));
    }

    private static Optional<String> comment(XmlElement relation) {
        return relation.first("Comment").flatMap(XmlElement::line);
    }

    /**
     * Under embargo until the status changes (5.5): then the item is usable with an embargo, which lifts by itself.
     * Without a time somebody must lift it, and it is withheld.
     */
    private void status(XmlElement management) {
        Optional<XmlElement> instruction = management
                .elements("Instruction")
                .filter(i -> Parts.formalName(i)
                        .flatMap(f -> WireStatus.of(f.replaceFirst("(?i)^(kill|delete)$", "killed")))
                        .filter(WireStatus.CANCELED::equals)
                        .isPresent())
                .findFirst();
        instruction.ifPresent(i -> draft.at("NewsManagement/Instruction").status(Optional.of(WireStatus.CANCELED)));
        Optional<String> status = Parts.formalName(management, "Status");
        boolean embargoed = status.filter("Embargoed"::equalsIgnoreCase).isPresent();
        Optional<WireTime> lifts = management
                .elements("StatusWillChange")
                .filter(NewsMl1Item::frees)
                .flatMap(c -> time(c, "DateAndTime").stream())
                .findFirst();
        if (embargoed && lifts.isPresent()) {
            draft.at("NewsManagement/StatusWillChange").embargo(lifts);
            draft.at("NewsManagement/Status").status(Optional.of(WireStatus.USABLE));
        }
        draft.at("NewsManagement/Status").status(status.flatMap(WireStatus::of));
        management
                .elements("StatusWillChange")
                .filter(c -> !embargoed || !frees(c))
                .forEach(c -> draft.unmapped("StatusWillChange", change(c)));
        status.filter(s -> WireStatus.of(s).isEmpty()).ifPresent(s -> draft.unmapped("Status", s));
    }

    private static String change(XmlElement change) {
        return Stream.of(Parts.formalName(change, "FutureStatus"), Parts.line(change, "dateandtime"))
                .flatMap(Optional::stream)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static boolean frees(XmlElement change) {
        return Parts.formalName(change, "FutureStatus")
                .flatMap(WireStatus::of)
                .filter(s -> s != WireStatus.USABLE)
                .isEmpty();
    }

    /** It speaks of the transmission; what it says counts where the item itself is silent. */
    private void envelope(XmlElement e) {
        draft.at("NewsEnvelope/DateAndTime").published(time(e, "DateAndTime")).updated(time(e, "DateAndTime"));
        draft.at("NewsEnvelope/Priority")
                .urgency(Parts.formalName(e, "Priority").flatMap(Numbers::urgency));
        draft.at("NewsEnvelope/SentFrom").provider(e.at("SentFrom", "Party").flatMap(topics::words));
        draft.at("NewsIdentifier/ProviderId")
                .provider(item.at("Identification", "NewsIdentifier", "ProviderId")
                        .flatMap(XmlElement::line));
        Stream.of("NewsService", "NewsProduct")
                .forEach(name ->
                        e.elements(name).forEach(s -> Parts.formalName(s).ifPresent(v -> draft.unmapped(name, v))));
    }

    private static Optional<WireTime> time(XmlElement parent, String name) {
        return parent.first(name).flatMap(e -> Dates.read(e.text()));
    }
}

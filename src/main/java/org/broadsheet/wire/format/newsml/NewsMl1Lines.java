package org.broadsheet.wire.format.newsml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WireSubject;

/** The words that stand beside a component's content: its lines (5.10) and what is said about it. */
final class NewsMl1Lines {
    private static final Set<String> KEPT = Set.of("Provider", "Source", "Property");

    private final Topics topics;
    private final WireDraft draft;
    private Optional<String> subHeadline = Optional.empty();
    private Optional<String> credit = Optional.empty();

    NewsMl1Lines(Topics topics, WireDraft draft) {
        this.topics = topics;
        this.draft = draft;
    }

    void read(XmlElement component) {
        component.elements("NewsLines").forEach(this::lines);
        component.elements("AdministrativeMetadata").forEach(this::administrative);
        component.elements("RightsMetadata").forEach(this::rights);
        component.elements("DescriptiveMetadata").forEach(this::descriptive);
        draft.at("NewsComponent/@xml:lang")
                .language(component.attribute("xml:lang").flatMap(Languages::tag));
        component.elements("Metadata").flatMap(m -> m.elements("Property")).forEach(p -> keep("Metadata", p));
    }

    /** What counts only where nobody has said it better. */
    void last() {
        draft.at("NewsLines/SubHeadLine").standfirst(subHeadline);
        draft.at("AdministrativeMetadata/Source").credit(credit);
    }

    private void lines(XmlElement lines) {
        draft.at(Parts.place(lines) + "/HeadLine").headline(Parts.line(lines, "headline"));
        subHeadline = subHeadline.or(() -> Parts.line(lines, "subheadline"));
        draft.at(Parts.place(lines) + "/ByLine").byline(Parts.line(lines, "byline"));
        draft.at(Parts.place(lines) + "/DateLine")
                .dateline(Parts.line(lines, "dateline").filter(Prose::hasWords));
        draft.at(Parts.place(lines) + "/CreditLine").credit(Parts.line(lines, "creditline"));
        draft.at(Parts.place(lines) + "/CopyrightLine").copyright(Parts.line(lines, "copyrightline"));
        draft.at(Parts.place(lines) + "/RightsLine").usageTerms(Parts.line(lines, "rightsline"));
        draft.at(Parts.place(lines) + "/SlugLine").slugline(Parts.line(lines, "slugline"));
        draft.at(Parts.place(lines) + "/KeywordLine");
        lines.elements("KeywordLine").flatMap(k -> k.line().stream()).forEach(draft::keyword);
        Parts.line(lines, "seriesline").ifPresent(s -> draft.unmapped("SeriesLine", s));
        lines.elements("NewsLine").forEach(this::line);
    }

    /** A line of a kind of the sender's own. */
    private void line(XmlElement line) {
        String type = Parts.formalName(line, "NewsLineType").orElse("NewsLine");
        Optional<String> text =
                line.elements("NewsLineText").flatMap(t -> t.line().stream()).findFirst();
        boolean note = type.toLowerCase(Locale.ROOT).matches(".*(advisory|note|warning|instruction).*");
        if (note) {
            draft.at("NewsLines/NewsLine " + type).editorialNote(text);
        } else {
            text.ifPresent(t -> draft.unmapped(type, t));
        }
    }

    private void administrative(XmlElement meta) {
        draft.at("AdministrativeMetadata/Provider")
                .provider(meta.at("Provider", "Party").flatMap(topics::words));
        credit = credit.or(() -> meta.at("Source", "Party").flatMap(topics::words));
        draft.at("AdministrativeMetadata/Property EditorialInfo")
                .editorialNote(Parts.properties(meta, "EditorialInfo").findFirst());
        draft.at("AdministrativeMetadata/Property Credit")
                .credit(Parts.properties(meta, "Credit").findFirst());
        meta.elements()
                .filter(e -> !KEPT.contains(e.name()))
                .forEach(e -> Stream.concat(Stream.of(e), e.elements("Party"))
                        .flatMap(p -> topics.words(p).stream())
                        .forEach(words -> draft.unmapped(e.name(), words)));
        meta.elements("Property").forEach(p -> keep("AdministrativeMetadata", p));
    }

    private void keep(String where, XmlElement property) {
        String name = Parts.formalName(property).orElse("Property");
        Stream.concat(Stream.of(property), property.elements("Property"))
                .flatMap(p -> p.attribute("Value").stream())
                .reduce((a, b) -> a + " " + b)
                .ifPresent(value -> draft.unmapped(where + " " + name, value));
    }

    private void rights(XmlElement rights) {
        draft.at("RightsMetadata/Copyright")
                .copyright(rights.elements("Copyright")
                        .flatMap(c -> words(c).stream())
                        .findFirst());
        draft.at("RightsMetadata/UsageRights")
                .usageTerms(rights.elements("UsageRights")
                        .flatMap(u -> words(u).stream())
                        .reduce((a, b) -> a + "; " + b));
    }

    /** The words of each part, which may be an element's text or a formal name. */
    private Optional<String> words(XmlElement parent) {
        return parent.elements()
                .flatMap(e ->
                        e
                                .line()
                                .or(() -> topics.words(e))
                                .or(() -> e.first("Party").flatMap(topics::words))
                                .stream())
                .reduce((a, b) -> a + ", " + b);
    }

    private void descriptive(XmlElement meta) {
        draft.at("DescriptiveMetadata/Language")
                .language(meta.elements("Language")
                        .flatMap(l -> Parts.formalName(l).flatMap(Languages::tag).stream())
                        .findFirst());
        draft.at("DescriptiveMetadata/SubjectCode");
        meta.elements("SubjectCode").flatMap(XmlElement::elements).forEach(s -> subject(s, "subject"));
        draft.at("DescriptiveMetadata/Genre");
        meta.elements("Genre").forEach(g -> subject(g, "genre"));
        draft.at("DescriptiveMetadata/TopicOccurrence");
        meta.elements("TopicOccurrence").forEach(t -> subject(t, "subject"));
        draft.at("DescriptiveMetadata/Property Keyword");
        Parts.properties(meta, "Keyword").forEach(draft::keyword);
        draft.at("DescriptiveMetadata/Location").location(location(meta));
        meta.elements("OfInterestTo").forEach(o -> topics.words(o).ifPresent(w -> draft.unmapped("OfInterestTo", w)));
        meta.elements("Property")
                .filter(p ->
                        Parts.formalName(p).filter("Keyword"::equalsIgnoreCase).isEmpty())
                .forEach(p -> keep("DescriptiveMetadata", p));
    }

    private void subject(XmlElement e, String kind) {
        Optional<String> code = Parts.formalName(e);
        Optional<Topics.Topic> topic = topics.of(e, code);
        String known = code.or(() -> topic.map(Topics.Topic::formalName)).orElse("");
        Optional<String> name = topic.flatMap(Topics.Topic::name);
        if (!known.isEmpty() || name.isPresent()) {
            String type = topic.map(Topics.Topic::type)
                    .map(t -> t.toLowerCase(Locale.ROOT))
                    .filter(t -> !t.isEmpty() && !t.startsWith("subject"))
                    .orElse(kind);
            draft.subject(new WireSubject(known, name, type));
        }
    }

    /** From the city outward; where it was written before where it happened, as it stands. */
    private static Optional<String> location(XmlElement meta) {
        List<String> parts = new ArrayList<>();
        XmlElement place = meta.first("Location").orElse(meta);
        for (String name : List.of("SubLocation", "City", "Province", "Country")) {
            Parts.properties(place, name).findFirst().ifPresent(parts::add);
        }
        return Prose.oneLine(String.join(", ", parts));
    }
}

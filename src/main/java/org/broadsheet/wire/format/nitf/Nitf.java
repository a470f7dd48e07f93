package org.broadsheet.wire.format.nitf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.format.text.Numbers;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WirePicture;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.item.WireSubject;

/** A NITF document: alone, or as the content of an item of another format, whose own words go first. */
public final class Nitf {
    private static final String DATA = "nitf/head/docdata/";
    private static final String HEAD = "nitf/body/body.head/";
    private static final String CONTENT = "nitf/body/body.content";

    private final XmlElement nitf;
    private final WireDraft draft;

    public Nitf(XmlElement nitf, WireDraft draft) {
        this.nitf = nitf;
        this.draft = draft;
    }

    /** Everything, for a document of its own. */
    WireDraft whole() {
        find("docdata").forEach(this::docdata);
        find("revision-history").forEach(r -> draft.unmapped("revision-history", r.text()));
        content();
        find("title")
                .findFirst()
                .ifPresent(t -> draft.at("nitf/head/title").title(t.line()).headline(t.line()));
        return draft;
    }

    /** Head and body of the text. */
    public void content() {
        find("hedline").findFirst().ifPresent(this::headlines);
        find("byline").findFirst().ifPresent(b -> draft.at(HEAD + "byline").byline(byline(b)));
        find("dateline").findFirst().ifPresent(this::dateline);
        find("abstract").findFirst().ifPresent(a -> draft.at(HEAD + "abstract").standfirst(a.line()));
        find("distributor")
                .findFirst()
                .ifPresent(d -> draft.at(HEAD + "distributor").credit(d.line()));
        find("body.content").forEach(this::body);
    }

    private void headlines(XmlElement hedline) {
        draft.at(HEAD + "hedline/hl1");
        draft.headline(elements(hedline, "hl1").flatMap(h -> h.line().stream()).findFirst());
        elements(hedline, "hl2").flatMap(h -> h.line().stream()).forEach(h -> draft.unmapped("hl2", h));
    }

    /** The title of the writer stands apart from the name, and is not part of it. */
    private static Optional<String> byline(XmlElement byline) {
        return Prose.line(byline.inner().replaceAll("(?s)<(nitf:)?byttl\\b.*?</(nitf:)?byttl>", " "));
    }

    private void dateline(XmlElement dateline) {
        draft.at(HEAD + "dateline")
                .location(elements(dateline, "location")
                        .flatMap(l -> l.line().stream())
                        .findFirst());
        draft.dateline(draft(dateline));
    }

    private static Optional<String> draft(XmlElement dateline) {
        return elements(dateline, "location")
                .flatMap(l -> l.line().stream())
                .findFirst()
                .or(() -> dateline.line().filter(Prose::hasWords));
    }

    private void docdata(XmlElement docdata) {
        elements(docdata, "doc-id").findFirst().ifPresent(id -> {
            draft.at(DATA + "doc-id").guid(id.attribute("id-string"));
            draft.provider(id.attribute("regsrc"));
        });
        draft.at(DATA + "@management-status")
                .status(docdata.attribute("management-status").flatMap(WireStatus::of));
        draft.at(DATA + "urgency")
                .urgency(elements(docdata, "urgency")
                        .flatMap(u -> u.attribute("ed-urg").stream())
                        .findFirst()
                        .flatMap(Numbers::urgency));
        norm(docdata, "date.issue").ifPresent(d -> draft.at(DATA + "date.issue").updated(Dates.read(d)));
        norm(docdata, "date.release")
                .ifPresent(d -> draft.at(DATA + "date.release").published(Dates.read(d)));
        norm(docdata, "date.issue").ifPresent(d -> draft.at(DATA + "date.issue").published(Dates.read(d)));
        elements(docdata, "du-key").findFirst().ifPresent(k -> {
            draft.at(DATA + "du-key").version(k.attribute("version"));
            draft.slugline(k.attribute("key"));
        });
        elements(docdata, "ed-msg")
                .findFirst()
                .ifPresent(m -> draft.at(DATA + "ed-msg").editorialNote(m.attribute("info")));
        elements(docdata, "doc.copyright")
                .findFirst()
                .ifPresent(c -> draft.at(DATA + "doc.copyright").copyright(c.attribute("holder")));
        draft.at(DATA + "key-list");
        docdata.all("keyword").forEach(k -> k.attribute("key").ifPresent(draft::keyword));
        draft.at(DATA + "classifier");
        docdata.all("classifier")
                .forEach(c -> c.attribute("value")
                        .ifPresent(v -> draft.subject(
                                new WireSubject(v, c.line(), c.attribute("type").orElse("classifier")))));
    }

    private static Optional<String> norm(XmlElement docdata, String name) {
        return elements(docdata, name)
                .flatMap(d -> d.attribute("norm").stream())
                .findFirst();
    }

    private void body(XmlElement content) {
        draft.at(CONTENT + "/media");
        for (XmlElement media : descendants(content, "media").toList()) {
            picture(media).ifPresent(draft::picture);
        }
        String inner =
                content.inner().replaceAll("(?s)<media\\b.*?</media>", "").replaceAll("<(/?)hl2\\b", "<$1h3");
        Prose prose = Prose.ofHtml(inner, Optional.empty());
        Prose read = prose.paragraphs().size() <= 1 && content.text().contains("\n\n")
                ? Prose.ofText(content.text())
                : prose;
        draft.at(CONTENT).body(read.html(), read.paragraphs());
    }

    private static Optional<WirePicture> picture(XmlElement media) {
        boolean picture = media.attribute("media-type").filter("image"::equals).isPresent()
                || media.attribute("media-type").isEmpty();
        Optional<String> caption = descendants(media, "media-caption")
                .flatMap(c -> c.line().stream())
                .findFirst();
        Optional<String> producer = descendants(media, "media-producer")
                .flatMap(c -> c.line().stream())
                .findFirst();
        return descendants(media, "media-reference")
                .filter(r -> picture)
                .flatMap(r -> r.attribute("source").stream()
                        .map(source -> WirePicture.at(source)
                                .sized(
                                        r.attribute("width").flatMap(Prose::pixels),
                                        r.attribute("height").flatMap(Prose::pixels),
                                        r.attribute("mime-type"))))
                .max(Comparator.comparingLong(WirePicture::area))
                .map(p -> p.described(caption, producer, Optional.empty()));
    }

    private Stream<XmlElement> find(String name) {
        return descendants(nitf, name);
    }

    /** NITF comes with its namespace and without. */
    private static Stream<XmlElement> descendants(XmlElement e, String name) {
        return Stream.of(e.all(name), e.all("nitf:" + name)).flatMap(List::stream);
    }

    private static Stream<XmlElement> elements(XmlElement e, String name) {
        return e.elements().filter(c -> c.is(name) || c.is("nitf:" + name));
    }
}

package org.broadsheet.wire.format.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.wire.item.WireLink;
import org.broadsheet.wire.item.WirePicture;

/**
 * What one element of a feed says, gathered under one set of names whatever the dialect: the feed itself, an entry, or
 * the source an entry was taken from.
 */
final class FeedFields {
    /** title, subtitle, summary, rights, info. */
    final Map<String, FeedText> texts = new LinkedHashMap<>();

    private final Map<String, FeedText> fallbacks = new LinkedHashMap<>();

    /** id, published, updated, created, language, generator and what else is one string. */
    final Map<String, String> values = new LinkedHashMap<>();

    final List<FeedText> contents = new ArrayList<>();
    final List<WireLink> links = new ArrayList<>();
    final List<WireLink> enclosures = new ArrayList<>();
    final List<FeedPerson> authors = new ArrayList<>();
    final List<FeedPerson> contributors = new ArrayList<>();
    final Set<Tag> tags = new LinkedHashSet<>();
    final List<WirePicture> pictures = new ArrayList<>();
    Optional<FeedPerson> publisher = Optional.empty();
    Optional<FeedFields> source = Optional.empty();
    boolean guidIsLink;

    /** The element that is being read, and by field the one that said it first. */
    private String reading = "";

    private final Map<String, String> places = new LinkedHashMap<>();

    void reading(String element) {
        reading = element;
    }

    private void said(String field) {
        places.putIfAbsent(field, reading);
    }

    String place(String field) {
        return places.getOrDefault(field, field);
    }

    record Tag(String term, Optional<String> scheme, Optional<String> label) {}

    /** The first that says something stays. */
    void text(String name, FeedText text) {
        FeedText had = texts.get(name);
        if (had == null || had.value().isBlank()) {
            texts.put(name, text);
            places.put(name, reading);
        }
    }

    /** Counts only where nothing better is said. */
    void fallback(String name, FeedText text) {
        fallbacks.putIfAbsent(name, text);
        said(name);
    }

    void value(String name, Optional<String> value) {
        value.filter(v -> !v.isBlank()).ifPresent(v -> {
            values.putIfAbsent(name, v);
            said(name);
        });
    }

    Optional<FeedText> text(String name) {
        return Optional.ofNullable(texts.get(name))
                .filter(t -> !t.value().isBlank())
                .or(() -> Optional.ofNullable(fallbacks.get(name)))
                .or(() -> Optional.ofNullable(texts.get(name)));
    }

    /** Of several dates the last counts. */
    void date(String name, String written) {
        values.put(name, written);
        places.put(name, reading);
    }

    void author(FeedPerson person) {
        authors.add(person);
        said("authors");
    }

    void content(FeedText text) {
        contents.add(text);
        if (!text.value().isBlank()) {
            said("contents");
        }
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The page for people. */
    Optional<String> link() {
        return value("link")
                .or(() -> links.stream()
                        .filter(l -> l.relation().equals("alternate"))
                        .map(WireLink::href)
                        .findFirst());
    }
}

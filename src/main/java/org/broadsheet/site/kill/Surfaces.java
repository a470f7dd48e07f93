package org.broadsheet.site.kill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.gift.MayBeGiven;
import org.broadsheet.search.Answer;
import org.broadsheet.search.Archive;
import org.broadsheet.search.Query;
import org.broadsheet.site.assembly.Variants;
import org.broadsheet.site.page.Variant;
import org.broadsheet.site.store.Copy;
import org.broadsheet.site.store.Encoding;
import org.broadsheet.site.store.KeptPage;
import org.broadsheet.site.store.PageStore;
import org.broadsheet.story.Address;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.springframework.stereotype.Component;

/** Everywhere that a story stands while it is in print, as this node hands it out. */
@Component
class Surfaces {
    private static final Copy USUAL = new Copy(Variants.word(Variant.USUAL), Copy.Differs.BY_COOKIE);
    private static final int GONE = 410;

    /** Told to feed readers, so that they drop what they keep; it names the story and shows nothing of it. */
    private static final String TOMBSTONE = "<at:deleted-entry[^>]*>";

    private final Stories stories;
    private final InPrint inPrint;
    private final Archive archive;
    private final PageStore pages;
    private final List<MayBeGiven> gifts;

    Surfaces(Stories stories, InPrint inPrint, Archive archive, PageStore pages, List<MayBeGiven> gifts) {
        this.stories = stories;
        this.inPrint = inPrint;
        this.archive = archive;
        this.pages = pages;
        this.gifts = gifts;
    }

    /** Of a story that never was in print: that it is not. */
    List<Surface> of(StoryId story) {
        List<Surface> all = new ArrayList<>();
        all.add(new Surface("print", () -> inPrint.story(story).isEmpty()));
        Optional<org.broadsheet.story.Copy> copy = stories.latest(story).map(org.broadsheet.story.Copy.Latest::copy);
        Optional<Address> address = inPrint.takenBack(story).map(InPrint.TakenBack::address);
        if (copy.isPresent() && address.isPresent()) {
            printed(all, story, copy.get(), address.get());
        }
        return all;
    }

    private void printed(List<Surface> all, StoryId story, org.broadsheet.story.Copy copy, Address address) {
        all.add(new Surface("article " + address.path(), () -> page(address.path(), page -> page.status() == GONE)));
        Stream.concat(
                        Stream.of("/", "/" + address.section()),
                        Stream.concat(
                                copy.topics().stream().map(topic -> "/topics/" + topic.slug()),
                                copy.bylines().stream().map(byline -> "/authors/" + byline.slug())))
                .forEach(path -> all.add(list(path, address)));
        for (String feed : List.of("feed.xml", "atom.xml", "feed.json")) {
            all.add(list("/" + feed, address));
            all.add(list("/" + address.section() + "/" + feed, address));
        }
        all.add(list("/sitemap-%tY-%<tm.xml".formatted(address.day()), address));
        all.add(new Surface("search", () -> isNotFound(story, copy.headline())));
        all.add(new Surface(
                "gifts",
                () -> gifts.stream().anyMatch(look -> look.whyNot(story).isPresent())));
    }

    private Surface list(String path, Address address) {
        return new Surface(
                "list " + path,
                () -> page(path, page -> {
                    String text = new String(
                            pages.form(key(path), page, Encoding.IDENTITY).body(), StandardCharsets.UTF_8);
                    return !text.replaceAll(TOMBSTONE, "").contains(address.path());
                }));
    }

    /** A page that is not there shows nothing. */
    private boolean page(String path, Predicate<KeptPage> look) {
        return pages.page(key(path), USUAL, Encoding.IDENTITY).map(look::test).orElse(true);
    }

    private static PageKey key(String path) {
        return new PageKey(path, 1, USUAL.variant());
    }

    private boolean isNotFound(StoryId story, String headline) {
        return switch (archive.search(Query.of(headline))) {
            case Answer.NothingAsked() -> true;
            case Answer.TooLong() -> false;
            case Answer.Results results ->
                results.hits().stream().noneMatch(hit -> hit.teaser().id().equals(story));
        };
    }
}

package org.broadsheet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.media.darkroom.Corpus;
import org.broadsheet.media.words.KeptWords;
import org.broadsheet.media.words.WordField;
import org.broadsheet.media.words.WordOrigin;
import org.broadsheet.media.words.Words;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PhotographsSqlTest {

    private static final Instant NOW = Instant.parse("2026-01-03T04:10:07Z");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final Photographs photographs =
            database.door(Photographs.class, DatabasePictureStore.class, MediaWiring.class, ChangeNotices.class);

    private Upload keep(String file, PhotographDetails given) throws IOException {
        try (InputStream picture = Files.newInputStream(Corpus.FOLDER.resolve(file))) {
            return photographs.keep(picture, given, NOW);
        }
    }

    private Photograph kept(String file) throws IOException {
        return switch (keep(file, PhotographDetails.NONE)) {
            case Upload.Kept(Photograph photograph) -> photograph;
            case Upload.AlreadyHere(Photograph photograph) -> photograph;
            case Upload.Refused refused -> throw new AssertionError(refused);
        };
    }

    private long count(String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void a_photograph_is_kept_with_its_words_and_every_rendition() throws IOException {
        Photograph photograph = kept("demo-photos/photos/tt4-hotel-facade.webp");
        assertThat(photograph.credit()).isEqualTo("rawpixel");
        assertThat(photograph.width()).isEqualTo(1920);
        assertThat(photograph.srcset(PictureFormat.WEBP).split(", "))
                .hasSize(7)
                .allMatch(each -> each.matches("/pictures/[0-9a-f]{32}/\\d+\\.webp \\d+w"));
        for (Rendition rendition : photograph.renditions()) {
            PictureAddress address = PictureAddress.parse(rendition.address()).orElseThrow();
            assertThat(photographs.bytes(address).orElseThrow()).hasSize(rendition.bytes());
        }
        assertThat(photographs.find(photograph.id())).contains(photograph);
        assertThat(photographs.find(List.of(photograph.id(), new PhotographId(999_999))))
                .hasSize(1)
                .containsEntry(photograph.id(), photograph);
    }

    @Test
    void what_the_file_said_is_kept_beside_what_the_desk_says() throws IOException {
        Upload upload = keep(
                "images/iptc-ref/IPTC-PhotometadataRef-2017.1-on-hopper.jpg",
                PhotographDetails.NONE.withCaption("A portrait"));
        Photograph photograph = ((Upload.Kept) upload).photograph();
        Words words = database.door(KeptWords.class).of(photograph.id());
        assertThat(photograph.caption()).isEqualTo("A portrait");
        assertThat(photograph.credit()).isEqualTo(words.text(WordField.CREDIT)).isNotEmpty();
        assertThat(words.text(WordField.CAPTION)).contains("ref2017.1");
        assertThat(words.said())
                .hasEntrySatisfying(
                        WordField.COPYRIGHT, said -> assertThat(said.origin()).isEqualTo(WordOrigin.XMP));
        assertThat(words.values(WordField.KEYWORD)).hasSize(3);
    }

    @Test
    void the_original_is_kept_as_it_came_and_has_no_address() throws IOException {
        Photograph photograph = kept("images/pillow/exif_gps.jpg");
        byte[] original = Files.readAllBytes(Corpus.IMAGES.resolve("pillow/exif_gps.jpg"));
        byte[] stored = database.jdbi()
                .withHandle(handle -> handle.createQuery("select content from media.stored s join media.photograph p"
                                + " on s.name = 'originals/' || p.sha256 where p.id = ?")
                        .bind(0, photograph.id().value())
                        .mapTo(byte[].class)
                        .one());
        assertThat(stored).isEqualTo(original);
        assertThat(PictureAddress.parse("/originals/" + "0".repeat(64))).isEmpty();
    }

    @Test
    void the_same_bytes_twice_are_one_photograph_and_keep_the_first_words() throws IOException {
        Upload first = keep("images/pillow/hopper.jpg", PhotographDetails.NONE.withCaption("Grace Hopper"));
        Upload second = keep("images/pillow/hopper.jpg", PhotographDetails.NONE.withCaption("somebody else"));
        assertThat(first).isInstanceOf(Upload.Kept.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Upload.AlreadyHere.class,
                        here -> assertThat(here.photograph()).isEqualTo(((Upload.Kept) first).photograph()));
        assertThat(((Upload.Kept) first).photograph().caption()).isEqualTo("Grace Hopper");
    }

    @Test
    void eight_uploads_of_the_same_bytes_at_once_are_one_photograph() throws Exception {
        List<Callable<Upload>> uploads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            uploads.add(() -> keep("images/vips/sample.jpg", PhotographDetails.NONE));
        }
        List<Upload> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Upload> upload : threads.invokeAll(uploads)) {
                results.add(upload.get());
            }
        }
        assertThat(results).filteredOn(Upload.Kept.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Upload.AlreadyHere.class::isInstance).hasSize(7);
    }

    @Test
    void a_refused_picture_leaves_nothing_behind() throws IOException {
        long stored = count("media.stored");
        assertThat(keep("images/vips/truncated.jpg", PhotographDetails.NONE))
                .isInstanceOfSatisfying(
                        Upload.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refusal.DAMAGED));
        assertThat(photographs.keep(new ByteArrayInputStream(new byte[0]), PhotographDetails.NONE, NOW))
                .isInstanceOfSatisfying(
                        Upload.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refusal.EMPTY));
        assertThat(count("media.stored")).isEqualTo(stored);
    }

    @Test
    void a_failure_while_writing_leaves_nothing_behind() throws IOException {
        long before = count("media.photograph");
        long stored = count("media.stored");
        PhotographDetails impossible = PhotographDetails.NONE.withCaption("PostgreSQL takes no \0 in a text");
        assertThatThrownBy(() -> keep("images/pillow/flower.webp", impossible)).isNotInstanceOf(AssertionError.class);
        assertThat(count("media.photograph")).isEqualTo(before);
        assertThat(count("media.stored")).isEqualTo(stored);
    }

    @Test
    void what_is_said_about_a_photograph_can_be_changed() throws IOException {
        Photograph photograph = kept("images/exiv2/Reagan.jpg");
        assertThat(photograph.creator()).isNotEmpty();
        PhotographDetails better = photograph.details().withAlternativeText("An aircraft carrier at sea");
        assertThat(photographs.describe(photograph.id(), better, NOW)).isTrue();
        assertThat(photographs.find(photograph.id()).orElseThrow().details()).isEqualTo(better);
        assertThat(photographs.describe(new PhotographId(999_999), better, NOW)).isFalse();
    }

    @Test
    void two_originals_of_the_same_picture_share_their_renditions() throws IOException {
        byte[] bytes = Files.readAllBytes(Corpus.IMAGES.resolve("pillow/hopper.jpg"));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        Photograph one = kept("images/pillow/hopper.jpg");
        long stored = count("media.stored");
        Upload other = photographs.keep(new ByteArrayInputStream(longer), PhotographDetails.NONE, NOW);
        assertThat(other).isInstanceOfSatisfying(Upload.Kept.class, kept -> {
            assertThat(kept.photograph().id()).isNotEqualTo(one.id());
            assertThat(kept.photograph().renditions()).isEqualTo(one.renditions());
        });
        assertThat(count("media.stored")).isEqualTo(stored + 1);
    }

    @Test
    void the_newest_come_first_and_no_more_than_asked_for() throws IOException {
        kept("images/pillow/flower2.webp");
        kept("images/pillow/flower2.jpg");
        assertThat(photographs.latest(1)).hasSize(1);
        assertThat(photographs.latest(2))
                .first()
                .isEqualTo(photographs.latest(1).getFirst());
    }
}

package org.broadsheet.site.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.paywall.Guard;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;

/** Makes kept pages of rendered ones: digests, codings, headers. */
final class Press {
    /** 96 bits: no two texts of a paper share one. */
    private static final int DIGEST_BYTES = 12;

    private final PageHeaders headers;
    private final Packing packing = new Packing();

    Press(PageHeaders headers) {
        this.headers = headers;
    }

    Encoding possible(Encoding wanted) {
        return packing.possible(wanted);
    }

    /**
     * In the coding that is asked for and no other: most pages of an archive are never asked for in a second one, and their
     * plain bytes would take three quarters of the memory.
     *
     * @param begun when the rendering began
     */
    KeptPage print(Rendered rendered, Copy copy, Encoding wanted, long begun) {
        Optional<Guard> guard =
                rendered.guarded().map(guarded -> new Guard(Reach.of(guarded.reach()), new StoryId(guarded.story())));
        KeptPage.Meta meta =
                new KeptPage.Meta(rendered.status(), rendered.type(), copy, guard, rendered.tags(), rendered.headers());
        return new KeptPage(meta, text(meta, rendered.body(), packing.possible(wanted)), begun);
    }

    /** With one more coding, made in a hurry. */
    Text add(KeptPage.Meta meta, Text text, Encoding encoding) {
        byte[] plain = plain(text);
        return text.with(
                headers.form(meta, encoding, text.digest(), packing.pack(plain, encoding, Packing.Effort.QUICK)));
    }

    /** As small as it gets. The plain bytes go: few ask for them, and gzip gives them back. */
    KeptPage polish(KeptPage page) {
        return page.polished(polish(page.meta(), page.text()));
    }

    private Text polish(KeptPage.Meta meta, Text text) {
        if (!text.compressible()) {
            return text;
        }
        byte[] plain = plain(text);
        Map<Encoding, Form> forms = new EnumMap<>(Encoding.class);
        for (Encoding encoding : new Encoding[] {packing.possible(Encoding.BROTLI), Encoding.GZIP}) {
            byte[] packed = packing.pack(plain, encoding, Packing.Effort.THOROUGH);
            forms.put(encoding, headers.form(meta, encoding, text.digest() + "t", packed));
        }
        return new Text(text.digest(), true, forms);
    }

    private byte[] plain(Text text) {
        return packing.unpack(text.easiest());
    }

    private Text text(KeptPage.Meta meta, byte[] body, Encoding wanted) {
        String digest = digest(body);
        boolean compressible = PageHeaders.compressible(meta.type()) && body.length > 0;
        Encoding encoding = compressible ? wanted : Encoding.IDENTITY;
        Form form = headers.form(meta, encoding, digest, packing.pack(body, encoding, Packing.Effort.QUICK));
        return new Text(digest, compressible, Map.of(encoding, form));
    }

    private static String digest(byte[] body) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(body);
            byte[] part = java.util.Arrays.copyOf(sum, DIGEST_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

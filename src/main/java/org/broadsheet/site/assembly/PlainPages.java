package org.broadsheet.site.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.asset.Asset;
import org.broadsheet.base.asset.Assets;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.base.page.PageSource;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Texts;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.MessagePage;
import org.broadsheet.site.page.Variant;
import org.springframework.stereotype.Component;

/** What comes with the program: style, scripts, fonts, icons, the manifest, and pages that show no story. */
@Component
class PlainPages implements PageSource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "public, no-cache";

    private final Assets assets;
    private final Frames frames;
    private final Templates templates;
    private final Messages messages;

    PlainPages(Assets assets, Frames frames, Templates templates, Messages messages) {
        this.assets = assets;
        this.frames = frames;
        this.templates = templates;
        this.messages = messages;
    }

    @Override
    public Optional<Rendered> render(PageKey key) {
        return switch (key.path()) {
            case "/service-worker.js" -> Optional.of(file(assets.serviceWorker(), ASK_AGAIN));
            case "/favicon.ico" -> Optional.of(file(assets.named("icons/favicon.ico"), "public, max-age=86400"));
            case "/manifest.webmanifest" -> Optional.of(manifest());
            case "/app" -> Optional.of(page("site/app", "app.title", "/app", Variants.of(key.variant())));
            case "/browsers" ->
                Optional.of(page("site/browsers", "browsers.page.title", "/browsers", Variants.of(key.variant())));
            case "/offline" -> Optional.of(offline(Variants.of(key.variant())));
            default ->
                key.path().startsWith(Asset.ROOT)
                        ? assets.at(key.path()).map(asset -> file(asset, FOR_EVER))
                        : Optional.empty();
        };
    }

    private Rendered page(String template, String title, String path, Variant variant) {
        Texts texts = Texts.in(frames.paper().language());
        Head head = Head.unlisted(texts.say(title, frames.paper().name()), "", path);
        byte[] page = templates.render(template, frames.frame(variant, head, ""));
        return Rendered.open(200, Pages.HTML, page, new Tags().all());
    }

    private Rendered offline(Variant variant) {
        byte[] page = messages.page(variant, MessagePage.Kind.OFFLINE, Optional.empty(), Optional.empty(), List.of());
        return Rendered.open(200, Pages.HTML, page, new Tags().all());
    }

    private Rendered manifest() {
        return new Rendered(
                200,
                "application/manifest+json",
                Manifest.of(frames.paper(), assets),
                Optional.empty(),
                Set.of(),
                Map.of("Cache-Control", "public, max-age=86400"));
    }

    private static Rendered file(Asset asset, String keeping) {
        return new Rendered(
                200, asset.type(), asset.bytes(), Optional.empty(), Set.of(), Map.of("Cache-Control", keeping));
    }
}

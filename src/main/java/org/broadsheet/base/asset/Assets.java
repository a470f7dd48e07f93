package org.broadsheet.base.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every file of {@code web/}, by its address. The style sheets go out as one, {@code paper.css}, layer by layer; the
 * scripts as one, {@code paper.js}; what lies in a folder {@code desk} goes into {@code desk.css} and {@code desk.js}, which
 * readers never fetch; the editor's scripts and its library stay files of their own. The service worker is not among
 * them: it needs an address that never changes, see {@link #serviceWorker}.
 */
public final class Assets {
    private static final String ROOT = "web/";
    private static final String SERVICE_WORKER = "js/service-worker.js";

    /** As the build unpacks the libraries of the editor. */
    private static final Pattern LIBRARY =
            Pattern.compile("^lib/META-INF/resources/webjars/([^/]+)/[^/]+/(?:dist/)?(index\\.js)$");

    private final Map<String, Asset> byName;
    private final Map<String, Asset> byHref;
    private final Asset serviceWorker;
    private final Map<String, Asset> modules;

    /** The files of {@code web/} and the icons of a paper of this name. */
    public static Assets of(String paperName) {
        Initial initial = new Initial(paperName);
        String shape = initial.svg();
        return new Assets(
                readAll(),
                Stream.of(
                        Asset.of("icons/icon.svg", shape),
                        Asset.drawn("icons/icon-192.png", shape, () -> initial.png(192, 0.62)),
                        Asset.drawn("icons/icon-512.png", shape, () -> initial.png(512, 0.62)),
                        Asset.drawn("icons/maskable-512.png", shape, () -> initial.png(512, 0.46)),
                        Asset.drawn("icons/apple-touch-icon.png", shape, () -> initial.png(180, 0.58)),
                        Asset.drawn("icons/favicon.ico", shape, initial::ico)));
    }

    Assets(Map<String, byte[]> files, Stream<Asset> icons) {
        Map<String, Asset> made = new LinkedHashMap<>();
        icons.forEach(icon -> made.put(icon.name(), icon));
        files.forEach((name, bytes) -> {
            if (!name.endsWith(".css") && !name.endsWith(".js")) {
                made.put(name, Asset.of(name, bytes));
            }
        });
        made.put("paper.css", Asset.of("paper.css", StyleSheet.bundle(texts(files, ".css"), made)));
        made.put("desk.css", Asset.of("desk.css", StyleSheet.tight(joined(texts(files, ".css")))));
        Map<String, String> scripts = texts(files, ".js");
        made.put("desk.js", Asset.of("desk.js", Scripts.bundle(desk(scripts))));
        scripts.keySet().removeAll(desk(scripts).keySet());
        modules = Modules.of(modules(scripts));
        made.putAll(modules);
        scripts.keySet().removeAll(modules.keySet());
        String worker = scripts.remove(SERVICE_WORKER);
        made.put("paper.js", Asset.of("paper.js", Scripts.bundle(scripts)));
        byName = Map.copyOf(made);
        Map<String, Asset> addressed = new LinkedHashMap<>();
        Map<String, String> addresses = new LinkedHashMap<>();
        made.values().forEach(asset -> {
            addressed.put(asset.href(), asset);
            addresses.put(asset.name(), asset.href());
        });
        byHref = Map.copyOf(addressed);
        serviceWorker = Asset.of("service-worker.js", Scripts.fill(worker == null ? "" : worker, addresses));
    }

    /** The address of one file. */
    public String href(String name) {
        return named(name).href();
    }

    /** @throws IllegalArgumentException when there is none of that name: a mistake in a template */
    public Asset named(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset is called " + name);
        }
        return asset;
    }

    /** The file at an address, the hash included: an old hash finds nothing. */
    public Optional<Asset> at(String href) {
        return Optional.ofNullable(byHref.get(href));
    }

    public Collection<Asset> all() {
        return byName.values();
    }

    /** Served at {@code /service-worker.js}, never kept long: it says which release a reader's device has. */
    public Asset serviceWorker() {
        return serviceWorker;
    }

    /** The addresses of the editor's scripts and of all that they import, so that a page can have them fetched at once. */
    public List<String> modules() {
        return modules.values().stream().map(Asset::href).toList();
    }

    /** What imports, or is imported: the editor of stories and its library. */
    private static Map<String, String> modules(Map<String, String> files) {
        Map<String, String> modules = new TreeMap<>(files);
        modules.keySet().removeIf(name -> !name.startsWith("lib/") && !name.startsWith("js/editor/"));
        return modules;
    }

    /** What the newsroom's pages have beside readers'. */
    private static Map<String, String> desk(Map<String, String> files) {
        Map<String, String> desk = new TreeMap<>(files);
        desk.keySet().removeIf(name -> !name.contains("/desk/"));
        return desk;
    }

    private static String joined(Map<String, String> styles) {
        return String.join("\n", desk(styles).values());
    }

    private static Map<String, String> texts(Map<String, byte[]> files, String ending) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (name.endsWith(ending)) {
                texts.put(name, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return texts;
    }

    private static Map<String, byte[]> readAll() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:web/**/*.*")) {
                String address = file.getURL().getPath();
                String name = address.substring(address.lastIndexOf(ROOT) + ROOT.length());
                if (!Asset.isFile(name)) {
                    continue;
                }
                files.put(LIBRARY.matcher(name).replaceFirst("lib/$1/$2"), file.getContentAsByteArray());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the paper's style and scripts cannot be read from the program", unreadable);
        }
        return files;
    }
}

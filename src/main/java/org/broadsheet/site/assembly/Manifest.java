package org.broadsheet.site.assembly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.base.asset.Assets;
import org.broadsheet.site.page.Paper;
import tools.jackson.databind.json.JsonMapper;

/** The web app manifest (W3C): what makes the paper something that can be installed. */
final class Manifest {
    /** What fits under an icon. */
    private static final int SHORT = 12;

    private Manifest() {}

    static byte[] of(Paper paper, Assets assets) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", "/");
        manifest.put("name", paper.name());
        manifest.put("short_name", shortName(paper.name()));
        manifest.put("start_url", "/");
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("lang", paper.language().tag());
        manifest.put("dir", paper.language().direction());
        manifest.put("background_color", "#fffefb");
        manifest.put("theme_color", "#fffefb");
        manifest.put("categories", List.of("news"));
        manifest.put(
                "icons",
                List.of(
                        icon(assets, "icons/icon.svg", "any", "any"),
                        icon(assets, "icons/icon-192.png", "192x192", "any"),
                        icon(assets, "icons/icon-512.png", "512x512", "any"),
                        icon(assets, "icons/maskable-512.png", "512x512", "maskable")));
        return JsonMapper.shared().writeValueAsBytes(manifest);
    }

    private static Map<String, String> icon(Assets assets, String name, String sizes, String purpose) {
        String type = name.endsWith(".svg") ? "image/svg+xml" : "image/png";
        return Map.of("src", assets.href(name), "sizes", sizes, "type", type, "purpose", purpose);
    }

    private static String shortName(String name) {
        String plain = name.startsWith("The ") ? name.substring(4) : name;
        if (plain.length() <= SHORT) {
            return plain;
        }
        int cut = plain.lastIndexOf(' ', SHORT);
        return cut > 0 ? plain.substring(0, cut) : plain.substring(0, SHORT);
    }
}

package org.broadsheet.site.browser;

/** The most popular browsers, and where their makers give them away. The icons are drawings of our own. */
public enum Download {
    CHROME("Chrome", "https://www.google.com/chrome/"),
    SAFARI("Safari", "https://support.apple.com/102665"),
    EDGE("Edge", "https://www.microsoft.com/edge/download"),
    FIREFOX("Firefox", "https://www.mozilla.org/firefox/new/"),
    OPERA("Opera", "https://www.opera.com/download"),
    SAMSUNG("Samsung Internet", "https://www.samsung.com/global/galaxy/apps/samsung-internet/");

    private final String title;
    private final String href;

    Download(String title, String href) {
        this.title = title;
        this.href = href;
    }

    public String title() {
        return title;
    }

    public String href() {
        return href;
    }

    /** A file of {@code web/icons}. */
    public String icon() {
        return "browser-" + name().toLowerCase(java.util.Locale.ROOT) + ".svg";
    }
}

package org.broadsheet.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium, driven by Playwright. Every page opened here is watched: whatever the browser complains of (a script
 * error, something the security policy forbade, an answer of another host) stands in {@link #complaints}.
 */
public final class Chromium implements AutoCloseable {
    /** Without a head it calls itself something else and is taken for a robot, which spends nothing of a meter. */
    private static final String READERS =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    public Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--user-agent=" + READERS,
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A reader's device with nothing remembered. */
    public BrowserContext device(Device device) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(device.width(), 900)
                .setColorScheme(device.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(device.scripts());
        device.userAgent().ifPresent(options::setUserAgent);
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(60_000);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onRequest(request -> {
            if (!request.url().startsWith("http://localhost") && !request.url().startsWith("data:")) {
                complaints.add("asked another host: " + request.url());
            }
        });
        return context;
    }

    public Page open(Device device) {
        return device(device).newPage();
    }

    /** What the browser has complained of since it started. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

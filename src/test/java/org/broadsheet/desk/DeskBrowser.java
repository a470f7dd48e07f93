package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.util.List;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.reader.Staff;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.TestPaper;

/** A browser of an editor's. */
record DeskBrowser(TestPaper paper, Chromium chromium) {

    BrowserContext signedIn(Device device) {
        var reader = paper.door(Staff.class)
                .assign(Email.parse("edi@paper.test").orElseThrow(), Role.EDITOR, Actor.PAPER, Instant.now());
        var session = paper.door(Sessions.class).begin(reader, "a browser", Instant.now());
        BrowserContext context = chromium.device(device);
        String name = new PaperCookies(paper.door(Settings.class)).name(SessionCookie.NAME);
        context.addCookies(
                List.of(new Cookie(name, paper.door(SessionCookie.class).write(session))
                        .setUrl(paper.at("/").toString())));
        return context;
    }

    void open(Page page, Device device, String path) {
        page.navigate(paper.at(path).toString());
        checked(page, device, path);
    }

    static void checked(Page page, Device device, String what) {
        if (device.scripts()) {
            Axe.check(page, what);
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(what)
                .isEqualTo(true);
    }

    static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}

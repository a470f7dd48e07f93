package org.broadsheet.desk.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.asset.Assets;
import org.broadsheet.base.words.Dates;
import org.broadsheet.base.words.Moment;
import org.broadsheet.base.words.Texts;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Role;

/**
 * What every page of the desk has around it.
 *
 * @param paper the paper's name
 * @param who nobody where a session has run out
 */
public record DeskFrame(String paper, Texts texts, Dates dates, Assets assets, Optional<Known> who) {
    public String say(String key, Object... facts) {
        return texts.say(key, facts);
    }

    public String asset(String name) {
        return assets.href(name);
    }

    /** The addresses of the editor's scripts. */
    public List<String> modules() {
        return assets.modules();
    }

    public Moment moment(Instant at) {
        return dates.moment(at);
    }

    public boolean edits() {
        return who.filter(known -> known.may(Role.EDITOR)).isPresent();
    }

    /** As somebody is called at the desk. */
    public String name() {
        return who.map(known -> known.name().isBlank() ? known.email() : known.name())
                .orElse("");
    }
}

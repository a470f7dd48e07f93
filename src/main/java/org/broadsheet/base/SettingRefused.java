package org.broadsheet.base;

import java.util.List;

/** Settings that cannot be used; the message names each setting, its value and what was expected. */
public final class SettingRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    SettingRefused(List<String> refusals) {
        super(String.join("\n", refusals));
        this.reason = String.join("\n", refusals);
    }

    /** One line for each setting. */
    public String reason() {
        return reason;
    }
}

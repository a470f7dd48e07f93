package org.broadsheet.story;

import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.base.html.StoryHtml;

/**
 * The text of a printed story, guarded: it can be had only by showing an {@link Access}. It has no accessor, does not
 * print, and is not serialised.
 */
public final class Body {
    private final Reach reach;
    private final String whole;
    private final String preview;

    /**
     * @param whole the text, cleaned
     * @param preview its beginning, cleaned
     */
    public Body(Reach reach, String whole, String preview) {
        this.reach = reach;
        this.whole = whole;
        this.preview = preview;
    }

    /** As much of the text as this access opens. */
    public SafeHtml open(Access access) {
        return switch (access) {
            case Access.Full() -> StoryHtml.kept(whole).safe();
            case Access.Gifted(long gift) -> StoryHtml.kept(whole).safe();
            case Access.Metered(int left) -> StoryHtml.kept(whole).safe();
            case Access.Preview(Access.Reason why) -> beginning();
        };
    }

    /** What may be printed anywhere, asking nobody: all of a story for everyone, else nothing of it. */
    public SafeHtml openToAll() {
        return reach == Reach.EVERYONE ? StoryHtml.kept(whole).safe() : SafeHtml.EMPTY;
    }

    /** The first paragraphs, which the paper shows to whoever comes by. */
    private SafeHtml beginning() {
        return StoryHtml.kept(preview).safe();
    }

    /** Its length; never its text. */
    @Override
    public String toString() {
        return "Body[" + whole.length() + " characters, for " + reach.word() + "]";
    }
}

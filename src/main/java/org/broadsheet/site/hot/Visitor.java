package org.broadsheet.site.hot;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.paywall.Coming;
import org.broadsheet.paywall.Guard;
import org.broadsheet.site.store.Copy;
import org.jspecify.annotations.Nullable;

/** What a request's cookies and browser say about who asks. Remembered by those words, so it may hold no state. */
public interface Visitor {

    /** Which copy of the page at this path this visitor gets. */
    Copy copy(String path);

    /** False for robots, whose visits make no story "most read". */
    boolean person();

    /** True where the cookies do not even say which copy to give, and {@link #met()} has to be asked first. */
    boolean unknown(String path);

    /** Which face of a guarded page this visitor gets now; nothing where that takes waiting or spends something. */
    @Nullable
    String face(Guard story, Coming how);

    /** Who that is, as the database has it. Waits. */
    Met met();

    /** As {@link #face}, whatever it takes. Waits, and spends. @param from where the visitor is, where that matters */
    Met met(Guard story, Coming how, Supplier<InetAddress> from);

    /**
     * A visitor whom the paper has asked after.
     *
     * @param face of the page asked for; nothing where it is not shown before its reader really comes
     * @param cookies values of {@code Set-Cookie}
     */
    record Met(Visitor visitor, Optional<String> face, List<String> cookies) {}
}

package org.broadsheet.site.gifts;

import org.broadsheet.gift.Friends;
import org.broadsheet.reader.ReaderNews;
import org.broadsheet.site.request.Asking;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Credits whoever joins in a browser that a gift was opened in. The news is told in the transaction and on the thread of the
 * request that confirms the account; without a request, as on the command line, there is no browser and no gift.
 */
@Component
class Crediting {
    private final Friends friends;
    private final GiftCookies cookies;
    private final Asking asking;

    Crediting(Friends friends, GiftCookies cookies, Asking asking) {
        this.friends = friends;
        this.cookies = cookies;
        this.asking = asking;
    }

    @EventListener
    void joined(ReaderNews.Joined news) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            friends.joined(news.reader(), cookies.all(request.getRequest()), asking.now());
        }
    }
}

package org.broadsheet.base.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Network;

/**
 * What is asked of another server.
 *
 * @param known what the last answer said of itself, so that an unchanged one need not be sent again
 * @param authorization the value of that header; said to the first address's own origin only
 * @param besides networks that may be asked although they are not on the public internet
 */
public record Question(
        URI address,
        Known known,
        Optional<String> authorization,
        List<Network> besides,
        int mostBytes,
        Duration patience) {

    /** Validators of RFC 9110, as they were sent. */
    public record Known(Optional<String> entityTag, Optional<String> lastModified) {
        public static final Known NOTHING = new Known(Optional.empty(), Optional.empty());
    }

    public Question {
        besides = List.copyOf(besides);
    }

    /**
     * An address that somebody typed.
     *
     * @throws IllegalArgumentException with the reason, when it can never be asked
     */
    public static URI address(String typed) {
        try {
            URI address = new URI(typed.strip());
            Guard.look(address);
            return address;
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("it is no address", malformed);
        } catch (Guard.NotAllowed refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    Question at(URI next) {
        boolean sameOrigin = Origin.of(next).equals(Origin.of(address));
        return new Question(next, known, authorization.filter(_ -> sameOrigin), besides, mostBytes, patience);
    }

    private record Origin(String scheme, String host, int port) {
        static Origin of(URI address) {
            return new Origin(
                    String.valueOf(address.getScheme()), String.valueOf(address.getHost()), address.getPort());
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Question[" + address.getHost() + "]";
    }
}

package org.broadsheet.site.hot;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.site.hot.head.AcceptEncoding;
import org.broadsheet.site.hot.head.PageNumber;
import org.broadsheet.site.hot.limits.Pieces;
import org.broadsheet.site.store.EntityTags;
import org.broadsheet.site.store.Form;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** The same pages for requests that came by way of Jetty's own connection; everything else goes on to Spring. */
final class HotHandler extends Handler.Wrapper {
    private static final int PRECONDITION_FAILED = 412;
    private static final List<String> AHEAD = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final Pattern AHEAD_WORDS = Pattern.compile("prefetch|prerender|preview", Pattern.CASE_INSENSITIVE);

    private final Desk desk;

    HotHandler(Desk desk, Handler rest) {
        super(rest);
        this.desk = desk;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ReturningConnectionFactory.noteBodiless(request);
        Optional<Asked> asked = asked(request);
        if (asked.isPresent()) {
            Optional<Answer> answer = answer(asked.get(), request);
            if (answer.isPresent()) {
                send(answer.get(), asked.get(), response, callback);
                return true;
            }
        }
        return super.handle(request, response, callback);
    }

    private Optional<Answer> answer(Asked asked, Request request) {
        try {
            Answer here = desk.answers().atHand(asked);
            return (here == null ? desk.answers().made(asked, () -> from(request, asked)) : Optional.of(here))
                    .map(answer -> ifMatched(answer, request));
        } catch (RuntimeException failed) {
            desk.answers().failed();
            return Optional.of(Trouble.answer(asked, failed));
        }
    }

    /** A page is changed by nobody's request, but whoever asks for one certain version gets that or none (RFC 9110, 13.1.1). */
    private static Answer ifMatched(Answer answer, Request request) {
        String wanted = all(request, HttpHeader.IF_MATCH);
        if (wanted.isEmpty() || wanted.equals("*") || answer.status() != 200) {
            return answer;
        }
        String tag = Form.fields(answer.head()).stream()
                .filter(field -> field.getKey().equals("ETag"))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse("");
        boolean matched = !tag.isEmpty() && !wanted.contains("W/") && EntityTags.match(wanted, tag);
        return matched
                ? answer
                : new Answer(
                        PRECONDITION_FAILED,
                        "\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        Answer.NOTHING);
    }

    private Optional<Asked> asked(Request request) {
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        String path = request.getHttpURI().getPath();
        if (!(head || HttpMethod.GET.is(request.getMethod())) || path == null || !path.startsWith("/")) {
            return Optional.empty();
        }
        String query = request.getHttpURI().getQuery();
        int number = query == null ? 1 : PageNumber.in(query);
        if (number == 0) {
            return Optional.empty();
        }
        Visitor visitor = desk.recognise(all(request, HttpHeader.COOKIE), all(request, HttpHeader.USER_AGENT));
        return Optional.of(new Asked(
                Desk.key(path, number, visitor),
                visitor,
                AcceptEncoding.preferred(all(request, HttpHeader.ACCEPT_ENCODING)),
                all(request, HttpHeader.IF_NONE_MATCH),
                head ? Asked.Method.HEAD : isAhead(request) ? Asked.Method.GET_AHEAD : Asked.Method.GET,
                all(request, HttpHeader.X_FORWARDED_FOR)));
    }

    private InetAddress from(Request request, Asked asked) {
        return desk.from(request.getConnectionMetaData().getRemoteSocketAddress(), asked);
    }

    /** Fetched before its reader asks for it, and perhaps never looked at (Fetch Standard, and what came before it). */
    private static boolean isAhead(Request request) {
        return AHEAD.stream()
                .map(name -> request.getHeaders().get(name))
                .anyMatch(value -> value != null && AHEAD_WORDS.matcher(value).find());
    }

    /** A header that was sent in several lines is one list; cookies are parted by semicolons (RFC 9110, 5.3). */
    private static String all(Request request, HttpHeader header) {
        String between = header == HttpHeader.COOKIE ? "; " : ", ";
        return String.join(between, request.getHeaders().getValuesList(header));
    }

    private static void send(Answer answer, Asked asked, Response response, Callback callback) {
        response.setStatus(answer.status());
        Form.fields(answer.head()).forEach(field -> response.getHeaders().add(field.getKey(), field.getValue()));
        boolean head = asked.method() == Asked.Method.HEAD;
        ByteBuffer body = head ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(answer.body());
        new Pieces(body, response::write, callback).iterate();
    }
}

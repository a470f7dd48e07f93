package org.broadsheet.base.http;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Says to browsers what {@link SecurityHeaders} says also where the servlets are not reached, as in Jetty's own refusals. What
 * an answer says itself is left as it is.
 */
public final class EveryAnswer {
    private final Map<String, String> headers;

    public EveryAnswer(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    /** Of everything that this server answers. TRACE, which servlets would give back with all its headers, is refused. */
    public void of(Server server) {
        server.setErrorHandler(new NoRequest());
        server.setHandler(new Handler.Wrapper(server.getHandler()) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                request.addHttpStreamWrapper(Saying::new);
                if (HttpMethod.TRACE.is(request.getMethod())) {
                    Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
                    return true;
                }
                return super.handle(request, response, callback);
            }
        });
    }

    private void say(HttpFields.Mutable fields) {
        headers.forEach((name, value) -> {
            if (!fields.contains(name)) {
                fields.put(name, value);
            }
        });
    }

    /** For what is no request at all, and for what is refused before any handler sees it. */
    private final class NoRequest extends ErrorHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            say(response.getHeaders());
            return super.handle(request, response, callback);
        }

        @Override
        public @Nullable ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
            say(fields);
            return super.badMessageError(status, reason, fields);
        }
    }

    private final class Saying extends HttpStream.Wrapper {
        private Saying(HttpStream stream) {
            super(stream);
        }

        @Override
        public void prepareResponse(HttpFields.Mutable fields) {
            say(fields);
            super.prepareResponse(fields);
        }
    }
}

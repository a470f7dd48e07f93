package org.broadsheet.site.hot;

import java.util.concurrent.Executor;
import org.broadsheet.site.hot.limits.Pace;
import org.broadsheet.site.hot.limits.Watched;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;

/** Jetty's own HTTP/1.1, which gives the connection back to the hot one when it has answered a request without a body. */
final class ReturningConnectionFactory extends HttpConnectionFactory {
    private final Desk desk;

    ReturningConnectionFactory(HttpConfiguration configuration, Desk desk) {
        super(configuration);
        this.desk = desk;
        setInputBufferSize(Desk.INPUT_BYTES);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        Returning connection = new Returning(desk, getHttpConfiguration(), connector, endPoint);
        return configure(connection, connector, endPoint);
    }

    /** Tells the connection of a request that it has none but this to answer, and may then go back. */
    static void noteBodiless(Request request) {
        if (request.getConnectionMetaData().getConnection() instanceof Returning connection) {
            boolean plain = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
            connection.bodiless = plain && request.getLength() <= 0;
        }
    }

    private static final class Returning extends HttpConnection implements Watched {
        private final Desk desk;
        private final Connector connector;
        private volatile boolean bodiless;
        private volatile boolean refused;
        private final Pace pace;

        Returning(Desk desk, HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
            this.desk = desk;
            this.connector = connector;
            this.pace = new Pace(desk.limits.patience());
        }

        /**
         * Jetty starts what it was given by another connection on a thread of its few; a handler that waits for a slow
         * client's body would keep it.
         */
        @Override
        protected Executor getExecutor() {
            return VirtualThreads.getExecutor(super.getExecutor());
        }

        @Override
        protected RequestHandler newRequestHandler() {
            return new RequestHandler() {
                @Override
                public void badMessage(HttpException failure) {
                    refused = true;
                    super.badMessage(failure);
                }
            };
        }

        /**
         * Jetty reads on after refusing a request whose bytes another connection had read, and would then close, at the
         * client's end of sending, before the refusal has gone out.
         */
        @Override
        public void fillInterested(Callback callback) {
            if (!refused) {
                super.fillInterested(callback);
            }
        }

        @Override
        public void onFillable() {
            if (bodiless && getParser().isStart() && isRequestBufferEmpty()) {
                getEndPoint().upgrade(new HotConnection(desk, connector, getEndPoint()));
            } else {
                super.onFillable();
            }
        }

        @Override
        public boolean tooSlow(long now) {
            Pace.Waits waits = waits();
            return waits == Pace.Waits.FOR_TAKING
                    ? pace.tooSlow(waits, getMessagesOut(), getBytesOut(), now)
                    : pace.tooSlow(waits, getMessagesIn(), getBytesIn(), now);
        }

        private Pace.Waits waits() {
            HttpParser parser = getParser();
            if (getEndPoint() instanceof AbstractEndPoint known
                    && known.getWriteFlusher().isPending()) {
                return Pace.Waits.FOR_TAKING;
            }
            if (parser.inContentState()) {
                return Pace.Waits.FOR_BODY;
            }
            return parser.inHeaderState() && !parser.isStart() ? Pace.Waits.FOR_HEAD : Pace.Waits.FOR_NOTHING;
        }
    }
}

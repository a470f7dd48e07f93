package org.broadsheet.site.hot;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

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

    private static final class Returning extends HttpConnection {
        private static final long HEAD_NANOS = TimeUnit.SECONDS.toNanos(10);

        private final Desk desk;
        private final Connector connector;
        private volatile boolean bodiless;
        private volatile boolean refused;
        private long headBegun;

        Returning(Desk desk, HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
            super(configuration, connector, endPoint);
            this.desk = desk;
            this.connector = connector;
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
            } else if (tooSlow()) {
                getEndPoint().close();
            } else {
                super.onFillable();
            }
        }

        /** A head that trickles in keeps an idle timeout from running out. */
        private boolean tooSlow() {
            if (!getParser().inHeaderState() || getParser().isStart()) {
                headBegun = 0;
                return false;
            }
            long now = System.nanoTime();
            headBegun = headBegun == 0 ? now : headBegun;
            return now - headBegun > HEAD_NANOS;
        }
    }
}
